import type { ColumnId, RowId } from '../form/form';
import type { Cell, CellKind } from './report';
import { isBlank, isValue, type Token } from './tokens';
import type { RowReading } from './report';

export interface BoundValues {
  readonly reading: RowReading;
  readonly cells: { readonly [column: ColumnId]: Cell };
  readonly unbound: readonly Cell[];
}

/** How a row lies in the layout's fields: where its label ends, how many fields follow, and which of them is the first value. */
export interface RowShape {
  readonly labels: number;
  /** The field of the last label. */
  readonly field: number;
  /** How many texts stand side by side right before the fields. */
  readonly adjacent: number;
  /** The fields after it. */
  readonly fields: number;
  /** Which of them is the first filled one; -1 when all are blank. */
  readonly first: number;
}

/**
 * Where values begin, learned from the rows of a table that show it. A row with blank ends is bound only where its likes agree: the
 * rows of its own shape; or all rows, when they begin at one field of one width, or have the same padding around their values.
 */
export class FieldTemplates {
  private readonly byShape = new Map<string, number | 'differ'>();
  private readonly labelFields = new Set<number>();
  private readonly columns = new Set<string>();
  private readonly paddings = new Set<string>();
  private readonly widths = new Set<number>();
  /** How many rows that begin right after their label have so many labels, values and fillers together; -1 for any other row. */
  private readonly fullWidths = new Map<number, number>();
  /** By the labels in front: how many rows have so many fields. */
  private readonly fieldCounts = new Map<number, Map<number, number>>();
  private exactRows = 0;
  private shortRows = 0;

  constructor(private readonly count: number) {}

  /** Any row of the table, also one that does not show where its values begin. */
  see(shape: RowShape): void {
    const counts = this.fieldCounts.get(shape.adjacent) ?? new Map<number, number>();
    this.fieldCounts.set(shape.adjacent, counts.set(shape.fields, (counts.get(shape.fields) ?? 0) + 1));
    if (shape.fields === this.count) this.exactRows++;
    if (shape.fields < this.count) this.shortRows++;
  }

  learn(shape: RowShape, offset: number): void {
    const key = `${shape.labels}@${shape.field}/${shape.fields}`;
    const known = this.byShape.get(key);
    this.byShape.set(key, known === undefined || known === offset ? offset : 'differ');
    this.labelFields.add(shape.field);
    this.columns.add(`${shape.field + 1 + offset}/${shape.field + 1 + shape.fields}`);
    this.widths.add(shape.field + 1 + shape.fields);
    const full = offset === 0 ? shape.adjacent + shape.fields : -1;
    this.fullWidths.set(full, (this.fullWidths.get(full) ?? 0) + 1);
    this.paddings.add(`${offset}/${shape.fields - offset - this.count}`);
  }

  /** Full rows have no field but their cells, and so has a row with this many. */
  isBare(fields: number): boolean {
    return fields === this.count && this.paddings.size === 1 && this.paddings.has('0/0');
  }

  /** Every full row begins right after its label, and several are as wide as this one. */
  beginsAtLabel(shape: RowShape): boolean {
    return !this.fullWidths.has(-1) && (this.fullWidths.get(shape.adjacent + shape.fields) ?? 0) > 1;
  }

  /** Few rows like it have as many fields: one was added to it or, in a row that begins with a blank, lost. The last row lacks its filler. */
  isOddWidth(shape: RowShape, beginsBlank: boolean): boolean {
    const counts = this.fieldCounts.get(shape.adjacent)!;
    const [common, rows] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    return counts.get(shape.fields)! * 3 < rows && (beginsBlank || shape.fields > common);
  }

  /** Some row lacks a field: blank cells may have been dropped. */
  dropsFields(): boolean {
    return this.shortRows > 0;
  }

  /** All rows agree on where values begin. */
  isUniform(): boolean {
    return this.columns.size === 1 && this.labelFields.size > 1;
  }

  offset(shape: RowShape, rowsKnown: boolean): number | undefined {
    if (!rowsKnown && this.shortRows > 0) return undefined;
    const own = this.byShape.get(`${shape.labels}@${shape.field}/${shape.fields}`);
    if (own !== undefined) return own === 'differ' ? undefined : own;
    const bare =
      this.paddings.size === 0 ? rowsKnown && this.exactRows >= 3 : this.paddings.size === 1 && this.paddings.has('0/0');
    if (shape.fields === this.count && bare) return 0;
    if (this.beginsAtLabel(shape)) return 0;
    const sameWidth = this.widths.size === 1 && this.widths.has(shape.field + 1 + shape.fields);
    if (rowsKnown && sameWidth && shape.first === 0 && [...this.paddings].every((p) => p.startsWith('0/'))) return 0;
    // What rows of one depth show alone need not hold for another depth.
    if (this.labelFields.size < 2) return undefined;
    if (this.columns.size === 1) {
      const [start, width] = [...this.columns][0]!.split('/').map(Number) as [number, number];
      if (shape.field + 1 + shape.fields === width && start > shape.field) return start - shape.field - 1;
    }
    if (this.paddings.size !== 1) return undefined;
    const [before, after] = [...this.paddings][0]!.split('/').map(Number) as [number, number];
    return shape.fields === before + this.count + after ? before : undefined;
  }
}

/** Binds the values after a label to the row's columns, or says why they cannot be bound. */
export function bindValues(
  row: RowId,
  columns: readonly ColumnId[],
  values: readonly Token[],
  showsBlanks: boolean,
  blankOffset: (fields: number) => number | undefined,
): BoundValues {
  const filled = values.filter(isValue);
  const count = columns.length;
  const make = (tokens: readonly Token[], reading: RowReading): BoundValues => ({
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
function isRunTogether(filled: readonly Token[], columns: readonly ColumnId[]): boolean {
  if (!filled.some((t) => t.number.spaced || (t.number.kind === 'unreadable' && /\s/.test(t.text)))) return false;
  if (columns.at(-1) !== 'total') return true;
  return !addsUp(filled);
}

/** The last value is the sum of the others; a blank counts as nothing. */
export function addsUp(row: readonly Token[]): boolean {
  const values = row.map((t) => (t.number.kind === 'unreadable' ? NaN : (t.number.value ?? 0)));
  return values.slice(0, -1).reduce((n, value) => n + value, 0) === values.at(-1);
}

/** The one place where `count` neighbouring fields hold all filled ones. */
function windowOffset(
  values: readonly Token[],
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
function unspaced(filled: readonly Token[], count: number): Token[] | undefined {
  const spaced = filled.filter((t) => t.number.spaced);
  const pieces = spaced.reduce((n, t) => n + t.text.trim().split(/\s+/).length - 1, 0);
  if (spaced.length === 0 || filled.length + pieces !== count) return undefined;
  return filled.flatMap((t) => (t.number.spaced ? piecesOf(t) : [t]));
}

function piecesOf(token: Token): Token[] {
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

export function cellOfToken(token: Token, row: RowId, column: ColumnId): Cell {
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
