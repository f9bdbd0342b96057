import { forms, type RowId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import { hasInnerBlank, isBlank, isText, isValue, type CellToken, type TokenRow } from './cellTokens';
import type { Run } from './disputeRuns';
import { addsUp } from './values';

/** A group of cases with its five cells. */
export interface Group {
  readonly id: RowId;
  readonly values: readonly CellToken[];
}

const groups: readonly RowId[] = forms['2021'].tables.disputes.rows.map((r) => r.id);

/** The group adds up, and not because of blanks among zeros, which may stand anywhere. */
export function isBalanced(values: readonly CellToken[]): boolean {
  return addsUp(values) && (!values.some(isBlank) || values.every(isBlank) || Boolean(values.at(-1)!.number.value));
}

/**
 * Whether no blank may be padding, with a blank elsewhere a cell instead: then fewer groups add up. In a text without rows
 * nothing else tells a blank cell from padding.
 */
export function isOnlyPlace(all: readonly CellToken[], cells: readonly CellToken[]): boolean {
  const start = all.indexOf(cells[0]!);
  const [before, after] = [all[start - 1], all[start + cells.length]];
  const balanced = balancedGroups(cells);
  if (cells.some(isBlank) && balanced < 2) return false;
  const ends = byFives(cells).filter((_, i) => i !== 1);
  const endBlanks = [cells[0]!, cells.at(-1)!].map(isBlank);
  if (ends.some((group, i) => endBlanks[i] && group.values.some(isValue) && !isBalanced(group.values))) return false;
  const shifted = [
    ...(isBlank(cells[0]!) ? [[...cells.slice(1), cells[0]!]] : []),
    ...(isBlank(cells.at(-1)!) ? [[cells.at(-1)!, ...cells.slice(0, -1)]] : []),
  ];
  if (shifted.some((rival) => balancedGroups(rival) >= balanced)) return false;
  return cells.every((cell, i) => {
    if (!isBlank(cell)) return true;
    const others = [...cells.slice(0, i), ...cells.slice(i + 1)];
    const rivals = [...(before ? [[before, ...others]] : []), ...(after ? [[...others, after]] : [])];
    return rivals.every((rival) => balancedGroups(rival) < balanced || readsAlike(rival, cells));
  });
}

/** Which of several blanks in a row is padding changes no number. */
function readsAlike(rival: readonly CellToken[], cells: readonly CellToken[]): boolean {
  return cells.every((cell, i) => (isBlank(cell) ? isBlank(rival[i]!) : rival[i] === cell));
}

function balancedGroups(cells: readonly CellToken[]): number {
  return byFives(cells).filter((group) => addsUp(group.values)).length;
}

export function byFives(values: readonly CellToken[]): Group[] {
  return groups.map((id, i) => ({ id, values: values.slice(i * 5, i * 5 + 5) }));
}

/** Blanks between the header's cells pad the table's rows: a blank before the values may be padding too. */
export function hasFiller(text: string, rows: readonly TokenRow[]): boolean {
  const tokens = rows.flatMap((r) => r.tokens);
  const header = tokens.slice(
    tokens.findIndex(isText),
    tokens.findLastIndex((t) => t.labels.length > 0),
  );
  return header.length < 10 || header.some((t) => isBlank(t) && !isOnBarLine(text, t));
}

/** The run's fifteen cells, where it is plain which they are. */
export function fifteen(text: string, run: Run, grid: RawGrid): readonly CellToken[] | undefined {
  const filled = run.values.filter(isValue);
  if (filled.length === 15) return filled;
  if (filled.length > 15 || !grid.showsBlanks) return undefined;
  const cells = withoutFiller(text, run.values);
  if (grid.rowsKnown && run.values.length === 15) return run.values;
  if (!grid.rowsKnown && cells.length === 15) return cells;
  return window(run.values, 15) ?? (grid.rowsKnown ? undefined : onlyBalanced(cells));
}

/** The fifteen of a few more cells with which alone every group adds up: the others are filler or open the row. */
function onlyBalanced(cells: readonly CellToken[]): readonly CellToken[] | undefined {
  const spare = cells.length - 15;
  if (spare < 1 || spare > 3) return undefined;
  const places = Array.from({ length: spare + 1 }, (_, at) => cells.slice(at, at + 15)).filter(
    (place) => place.filter(isValue).length === cells.filter(isValue).length && balancedGroups(place) === groups.length,
  );
  return places.length === 1 ? places[0] : undefined;
}

/**
 * The cells without filler. Bars side by side stand for the rest of a merged cell: on a line of their own, or where a blank stands before
 * the bar of every filled cell, as it then would before a blank cell's.
 */
export function withoutFiller(text: string, values: readonly CellToken[]): CellToken[] {
  const isSpaced = values.filter(isValue).every((v) => text[v.end] === ' ' || text[v.end] === '\n');
  return values.filter((v) => !isBlank(v) || !(isOnBarLine(text, v) || (isSpaced && isBesideBar(text, v))));
}

function isBesideBar(text: string, token: CellToken): boolean {
  return text[token.end] === '|' && (text[token.start - 1] === '|' || text[token.end + 1] === '|');
}

function isOnBarLine(text: string, token: CellToken): boolean {
  const from = Math.max(0, token.start - longestBarLine);
  const start = from + text.slice(from, token.start).lastIndexOf('\n') + 1;
  return /^\s*\|{2,}[^\S\n]*(?:\n|$)/.test(text.slice(start, start + longestBarLine));
}

/** UTF-16 units; more bars than that stand for no merged cells. */
const longestBarLine = 40;

/** The run's five cells; five numbers with blanks between them are parts of more than one group. */
export function fiveOf(run: Run, grid: RawGrid): readonly CellToken[] | undefined {
  const filled = run.values.filter(isValue);
  if (filled.length === 5 && (!grid.showsBlanks || !hasInnerBlank(run.values))) return filled;
  if (filled.length > 5 || !grid.showsBlanks) return undefined;
  if (run.values.length === 5 && grid.rowsKnown) return run.values;
  return window(run.values, 5);
}

/** The values from the first filled cell to the last, where they are as many as the cells. */
function window(values: readonly CellToken[], count: number): readonly CellToken[] | undefined {
  const first = values.findIndex(isValue);
  const last = values.findLastIndex(isValue);
  return first >= 0 && last - first + 1 === count ? values.slice(first, last + 1) : undefined;
}
