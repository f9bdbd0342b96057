import type { TableId } from '../../form/form';
import type { RawCell, RawGrid } from '../../layouts/layout';
import { escapeFiller } from '../../text/fillers';
import { fold } from '../../text/fold';
import { trimSpan } from '../../text/lines';
import { readCellNumber, type CellNumber } from '../../text/number';
import type { Span } from '../../text/span';
import { labelMatches, type LabelMatch } from '../labels';
import { isPageNumber, isWebsiteFurniture } from '../pageFurniture';

/** A raw cell with what its text may mean. */
export interface CellToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly number: CellNumber;
  /** The labels of the table at hand that the text is. */
  readonly labels: readonly LabelMatch[];
}

export interface TokenRow {
  readonly tokens: readonly CellToken[];
}

/** The rows of a grid as tokens, without bookmarks and what belongs to the page instead of the table. */
export function tokenRows(text: string, grid: RawGrid, table: TableId): TokenRow[] {
  return grid.rows
    .filter((row) => !isFurnitureRow(text, row))
    .map((row) => ({
      tokens: row
        .filter((cell) => !isBookmark(text, cell))
        .flatMap((cell) => (isFurniture(text, cell) ? (blankAround(text, cell, grid) ?? []) : cell))
        .map((cell) => tokenOf(text, cell, table)),
    }));
}

/** Where a bar below closes a cell, furniture above it stands in the place of a blank one. */
function blankAround(text: string, furniture: RawCell, grid: RawGrid): RawCell | undefined {
  if (grid.layout !== 'pipeCells') return undefined;
  const bar = trimSpan(text, furniture.end, Math.min(text.length, furniture.end + 40)).start;
  return text[bar] === '|' && /[\r\n]/.test(text.slice(furniture.end, bar)) ? { start: bar, end: bar } : undefined;
}

function tokenOf(text: string, raw: RawCell, table: TableId): CellToken {
  if (raw.pieces) return joinedToken(text, raw, raw.pieces, table);
  const cell = withEscape(text, withoutBookmark(text, raw));
  const own = text.slice(cell.start, cell.end);
  const number = readCellNumber(own);
  const labels = number.kind === 'text' ? labelMatches(own).filter((m) => m.table === table) : [];
  return { start: cell.start, end: cell.end, text: own, number, labels };
}

/** A cell over several lines. What these join to as a number may as well be two: it is not read. */
function joinedToken(text: string, { start, end }: RawCell, pieces: readonly Span[], table: TableId): CellToken {
  const own = pieces.map((piece) => text.slice(piece.start, piece.end)).join('');
  const number = readCellNumber(own);
  if (number.kind !== 'text')
    return { start, end, text: own, number: { ...number, kind: 'unreadable', value: null }, labels: [] };
  // A column's name that a broken line put below another cell is not that cell's.
  const labels = /^信息内容./.test(fold(own)) ? [] : labelMatches(own).filter((m) => m.table === table);
  return { start, end, text: own, number, labels };
}

/** Word's `[bookmark: …]` is no part of the cell that it stands in. */
function withoutBookmark(text: string, cell: RawCell): RawCell {
  if (text.startsWith('[bookmark:', cell.start)) {
    const end = text.indexOf(']', cell.start);
    return end < 0 || end >= cell.end ? cell : trimSpan(text, end + 1, cell.end);
  }
  const at = text[cell.end - 1] === ']' ? text.lastIndexOf('[', cell.end) : -1;
  return at > cell.start && text.startsWith('[bookmark:', at) ? trimSpan(text, cell.start, at) : cell;
}

/** What escapes a cell's first character is a part of it: who writes another number writes over both. */
function withEscape(text: string, cell: RawCell): RawCell {
  let { start } = cell;
  while (text[start - 1] === escapeFiller) start--;
  return start < cell.start ? { start, end: cell.end } : cell;
}

/** A page number or website furniture on a line of its own where lines are cells; a fraction between numbers is left alone. */
function isFurniture(text: string, cell: RawCell): boolean {
  const length = cell.end - cell.start;
  if (length < 2 || length > 60) return false;
  const content = text.slice(cell.start, cell.end);
  return isWebsiteFurniture(content) || (/^[-—–－‐第]/.test(content) && isPageNumber(content));
}

function isBookmark(text: string, cell: RawCell): boolean {
  return text.startsWith('[bookmark:', cell.start) && text.indexOf(']', cell.start) === cell.end - 1;
}

/** Page numbers are no cells; an extractor may give their three characters as three pieces. */
function isFurnitureRow(text: string, row: readonly RawCell[]): boolean {
  const first = row.find((c) => c.end > c.start);
  const last = row.findLast((c) => c.end > c.start);
  return first !== undefined && last !== undefined && isPageNumber(text.slice(first.start, last.end));
}

export function isBlank(token: CellToken): boolean {
  return token.number.kind === 'blank';
}

/** A token that stands where a value stands: a number, a placeholder, an unreadable number. */
export function isValue(token: CellToken): boolean {
  return token.number.kind === 'number' || token.number.kind === 'placeholder' || token.number.kind === 'unreadable';
}

export function isText(token: CellToken): boolean {
  return token.number.kind === 'text';
}

/** A blank stands between the first and the last filled one. */
export function hasInnerBlank(tokens: readonly CellToken[]): boolean {
  return tokens.slice(tokens.findIndex(isValue), tokens.findLastIndex(isValue)).some(isBlank);
}
