import type { TableId } from '../form/form';
import type { RawCell, RawGrid } from '../layouts/layout';
import { readCellNumber, type CellNumber } from '../text/number';
import { trimSpan } from '../text/lines';
import { labelMatches, type LabelMatch } from './labels';

/** A raw cell with what its text may mean. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly number: CellNumber;
  /** The labels of the table at hand that the text is. */
  readonly labels: readonly LabelMatch[];
}

export interface TokenRow {
  readonly tokens: readonly Token[];
}

const pageNumber =
  /^(?:[-—–－‐·•~]+\s*\d{1,4}\s*[-—–－‐·•~]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}\s*页?)$/;

/** A page number as it is printed at the foot of a page: `- 3 -`, `— 4 —`, `第 3 页`. */
export function isPageNumber(text: string): boolean {
  return text.length <= 24 && /\d/.test(text) && pageNumber.test(text);
}

export function tokenRows(text: string, grid: RawGrid, table: TableId): TokenRow[] {
  return grid.rows
    .filter((row) => !isFurnitureRow(text, row))
    .map((row) => ({
      tokens: row.filter((cell) => !isBookmark(text, cell) && !isFurniture(text, cell)).map((cell) => tokenOf(text, cell, table)),
    }));
}

function tokenOf(text: string, raw: RawCell, table: TableId): Token {
  const cell = withoutBookmark(text, raw);
  const own = text.slice(cell.start, cell.end);
  const number = readCellNumber(own);
  const labels = number.kind === 'text' ? labelMatches(own).filter((m) => m.table === table) : [];
  return { start: cell.start, end: cell.end, text: own, number, labels };
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

/** A page number on a line of its own where lines are cells; a fraction between numbers is left alone. */
function isFurniture(text: string, cell: RawCell): boolean {
  return (
    cell.end - cell.start >= 3 &&
    /^[-—–－‐第]/.test(text.slice(cell.start, cell.end)) &&
    isPageNumber(text.slice(cell.start, cell.end))
  );
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

export function isBlank(token: Token): boolean {
  return token.number.kind === 'blank';
}

/** A token that stands where a value stands: a number, a placeholder, an unreadable number. */
export function isValue(token: Token): boolean {
  return token.number.kind === 'number' || token.number.kind === 'placeholder' || token.number.kind === 'unreadable';
}

export function isText(token: Token): boolean {
  return token.number.kind === 'text';
}
