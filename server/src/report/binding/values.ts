import type { ColumnId, RowId } from '../../form/form';
import type { Cell, CellKind } from '../report';
import type { RowReading } from '../report';
import { isBlank, isValue, type CellToken } from './cellTokens';

export interface BoundValues {
  readonly reading: RowReading;
  readonly cells: { readonly [column: ColumnId]: Cell };
  readonly unbound: readonly Cell[];
}

/** Binds the values after a label to the row's columns, or says why they cannot be bound. */
export function bindValues(
  row: RowId,
  columns: readonly ColumnId[],
  values: readonly CellToken[],
  showsBlanks: boolean,
  blankOffset: (fields: number) => number | undefined,
): BoundValues {
  const filled = values.filter(isValue);
  const count = columns.length;
  const make = (tokens: readonly CellToken[], reading: RowReading): BoundValues => ({
    reading,
    cells: Object.fromEntries(columns.map((column, i) => [column, cellOfToken(tokens[i]!, row, column)])),
    unbound: [],
  });
  const refuse = (reading: RowReading): BoundValues => ({
    reading,
    cells: {},
    unbound: filled.map((t) => cellOfToken(t, row, '')),
  });

  const split = !showsBlanks && filled.length < count ? unspaced(filled, count) : undefined;
  if (filled.length === count) return isRunTogether(filled, columns) ? refuse('missingValues') : make(filled, 'complete');
  if (split && columns.at(-1) === 'total' && addsUp(split)) return make(split, 'complete');
  if (filled.length > count) return refuse('surplus');
  if (filled.length === 0 && !values.some(isBlank)) return { reading: 'noValues', cells: {}, unbound: [] };
  if (!showsBlanks) return refuse(filled.length === 0 ? 'noValues' : 'missingValues');
  const offset = windowOffset(values, count, blankOffset);
  if (offset !== undefined) return make(values.slice(offset, offset + count), 'complete');
  if (filled.length === 0) return { reading: 'noValues', cells: {}, unbound: [] };
  return refuse(values.length < count ? 'missingCells' : 'missingValues');
}

/** A number with inner blanks may be two cells run together: it is one where the row then adds up. */
function isRunTogether(filled: readonly CellToken[], columns: readonly ColumnId[]): boolean {
  if (!filled.some((t) => t.number.spaced || (t.number.kind === 'unreadable' && /\s/.test(t.text)))) return false;
  if (columns.at(-1) !== 'total') return true;
  return !addsUp(filled);
}

/** The last value is the sum of the others; a blank counts as nothing. */
export function addsUp(row: readonly CellToken[]): boolean {
  const values = row.map((t) => (t.number.kind === 'unreadable' ? NaN : (t.number.value ?? 0)));
  return values.slice(0, -1).reduce((n, value) => n + value, 0) === values.at(-1);
}

/** The one place where `count` neighbouring fields hold all filled ones. */
function windowOffset(
  values: readonly CellToken[],
  count: number,
  blankOffset: (fields: number) => number | undefined,
): number | undefined {
  const first = values.findIndex(isValue);
  const last = values.findLastIndex(isValue);
  const learned = blankOffset(values.length);
  const fits = (offset: number) =>
    offset >= 0 && offset + count <= values.length && (first < 0 || (offset <= first && last < offset + count));
  if (learned !== undefined) return fits(learned) ? learned : undefined;
  return first >= 0 && last - first + 1 === count && fits(first) ? first : undefined;
}

/** Two numbers that stand in one cell with a blank between, where the row has one value too few. */
function unspaced(filled: readonly CellToken[], count: number): CellToken[] | undefined {
  const spaced = filled.filter((t) => t.number.spaced);
  const pieces = spaced.reduce((n, t) => n + t.text.trim().split(/\s+/).length - 1, 0);
  if (spaced.length === 0 || filled.length + pieces !== count) return undefined;
  return filled.flatMap((t) => (t.number.spaced ? piecesOf(t) : [t]));
}

function piecesOf(token: CellToken): CellToken[] {
  return [...token.text.matchAll(/\S+/g)].map((m) => {
    const units = Number(m[0].replace(/,/g, '').normalize('NFKC'));
    const start = token.start + m.index;
    return {
      ...token,
      text: m[0],
      start,
      end: start + m[0].length,
      number: { ...token.number, units, value: units, decimals: 0, spaced: false },
    };
  });
}

/** The token as a cell of the report; words where a value belongs are unreadable. */
export function cellOfToken(token: CellToken, row: RowId, column: ColumnId): Cell {
  const { number } = token;
  const kind: CellKind = number.kind === 'text' ? 'unreadable' : number.kind;
  return {
    row,
    column,
    span: { start: token.start, end: token.end },
    text: token.text,
    kind,
    value: number.value,
    decimals: number.decimals,
    units: number.units,
    annotation: number.annotation,
  };
}
