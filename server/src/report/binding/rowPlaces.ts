import type { ColumnId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import type { Row } from '../report';
import { hasInnerBlank, isValue } from './cellTokens';
import type { BoundLabel, Segment } from './segments';
import { labelText } from './tableParts';
import { addsUp, bindValues, cellOfToken } from './values';

/** Binds the values of a named row where it is plain which field is the first: by the row itself, by its likes, or by its sum. */
export function applicationsRow(
  segment: Segment,
  label: BoundLabel,
  columns: readonly ColumnId[],
  templates: FieldTemplates,
  grid: RawGrid,
): Row {
  const id = label.match.id;
  const whole = !grid.rowsKnown && !templates.dropsFields() && fillsToTheEnd(segment, columns.length);
  const drawn = grid.layout === 'ruledRows' ? templates.uniformOffset(shapeOf(segment)) : undefined;
  const values = bindValues(id, columns, segment.values, grid.showsBlanks && segment.closed, () =>
    whole ? 0 : (drawn ?? templates.offset(shapeOf(segment), grid.rowsKnown)),
  );
  const certain =
    whole ||
    templates.isBare(segment.values.length) ||
    templates.endsWithTotal(shapeOf(segment)) ||
    templates.beginsAtLabel(shapeOf(segment)) ||
    drawn !== undefined ||
    (grid.rowsKnown && (templates.isUniform() || !hasSeveralPlaces(segment, columns.length)));
  const firstFilled = segment.values.findIndex(isValue);
  const lacksTotal = firstFilled === 0 && segment.values.filter(isValue).length === columns.length - 1;
  const odd =
    !grid.rowsKnown &&
    (hasInnerBlank(segment.values) || lacksTotal) &&
    templates.isOddWidth(shapeOf(segment), firstFilled > 0 || lacksTotal);
  if (
    odd ||
    (mayLackInnerValues(segment, columns.length) && templates.mayMoveBlanks()) ||
    (!certain && !isSoundWindow(values.cells, columns, firstFilled))
  )
    return unreadApplicationsRow(segment, label, columns);
  const end = Math.max(label.end, ...segment.values.map((v) => v.end));
  return {
    id,
    label: labelText(label),
    expected: columns,
    span: { start: Math.min(label.start, segment.values[0]?.start ?? label.start), end },
    ...values,
  };
}

/** Learns from a table's rows where values begin. */
export function fieldTemplatesOf(segments: readonly Segment[], count: number): FieldTemplates {
  const templates = new FieldTemplates(count);
  for (const s of segments) {
    if (!s.label) continue;
    templates.see(shapeOf(s), hasInnerBlank(s.values));
    const first = s.values.findIndex((v) => v.number.kind !== 'blank');
    const last = s.values.findLastIndex((v) => v.number.kind !== 'blank');
    if (first >= 0 && last - first + 1 === count) templates.learn(shapeOf(s), first);
  }
  return templates;
}

/** As many cells as columns with the last one filled: filler stands at a row's end only. */
function fillsToTheEnd(segment: Segment, count: number): boolean {
  return segment.values.length === count && isValue(segment.values.at(-1)!);
}

/** Some of the row's cells are blank, and not its last alone: then what is filled does not end with the sum of the others. */
function mayLackInnerValues(segment: Segment, count: number): boolean {
  const filled = segment.values.filter(isValue);
  return filled.length > 0 && filled.length < count && (filled.length < count - 1 || addsUp(filled));
}

/** The filled cells leave open where the row begins. */
function hasSeveralPlaces(segment: Segment, count: number): boolean {
  const first = segment.values.findIndex(isValue);
  const last = segment.values.findLastIndex(isValue);
  const from = Math.max(0, last - count + 1);
  const to = Math.min(first, segment.values.length - count);
  return to > from;
}

/** A row with blank cells was bound by where its likes begin, and they differ: its total must show that the place is right. */
function isSoundWindow(cells: Row['cells'], columns: readonly ColumnId[], firstFilled: number): boolean {
  const parts = columns.slice(0, -1).map((c) => cells[c]);
  const total = cells[columns.at(-1)!];
  const blanks = [...parts, total].filter((c) => c?.kind === 'blank').length;
  if (blanks === 0 || blanks === columns.length) return true;
  // Six numbers right after the label and a blank total.
  if (blanks === 1 && total?.kind === 'blank') return firstFilled === 0;
  // A row of zeros adds up wherever it begins.
  return Boolean(total?.value) && parts.reduce((n, c) => n + (c?.value ?? 0), 0) === total?.value;
}

/** The row without its values: which cells they are is not certain. */
export function unreadApplicationsRow(segment: Segment, label: BoundLabel, columns: readonly ColumnId[]): Row {
  const id = label.match.id;
  const unbound = segment.values.filter(isValue).map((v) => cellOfToken(v, id, ''));
  const span = { start: label.start, end: Math.max(label.end, ...segment.values.map((v) => v.end)) };
  return { id, label: labelText(label), reading: 'missingValues', expected: columns, cells: {}, unbound, span };
}

function shapeOf(segment: Segment): RowShape {
  return {
    labels: segment.texts.length,
    field: segment.field,
    adjacent: segment.labels,
    fields: segment.values.length,
    first: segment.values.findIndex(isValue),
    last: segment.values.findLastIndex(isValue),
  };
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
  /** Which of them is the last filled one. */
  readonly last: number;
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
  /** How many full rows have so many labels, values and fillers together. */
  private readonly fullWidths = new Map<number, number>();
  /** By the labels in front: how many full rows have so many fields. */
  private readonly fullFields = new Map<number, Map<number, number>>();
  /** Some full row does not begin right after its label. */
  private padded = false;
  /** By the labels in front: how many rows have so many fields. */
  private readonly fieldCounts = new Map<number, Map<number, number>>();
  /** How many rows have their last value where the total stands, right behind the other columns' cells; and how many elsewhere. */
  private readonly totals = { inPlace: 0, elsewhere: 0 };
  /** Some row has a blank between its values. */
  private innerBlanks = false;
  private exactRows = 0;
  private shortRows = 0;

  constructor(private readonly count: number) {}

  /** Any row of the table, also one that does not show where its values begin. */
  see(shape: RowShape, innerBlank: boolean): void {
    this.innerBlanks ||= innerBlank;
    const counts = this.fieldCounts.get(shape.adjacent) ?? new Map<number, number>();
    this.fieldCounts.set(shape.adjacent, counts.set(shape.fields, (counts.get(shape.fields) ?? 0) + 1));
    if (shape.last === this.count - 1) this.totals.inPlace++;
    else this.totals.elsewhere++;
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
    this.padded ||= offset !== 0;
    const width = shape.adjacent + shape.fields;
    this.fullWidths.set(width, (this.fullWidths.get(width) ?? 0) + 1);
    const like = this.fullFields.get(shape.adjacent) ?? new Map<number, number>();
    this.fullFields.set(shape.adjacent, like.set(shape.fields, (like.get(shape.fields) ?? 0) + 1));
    this.paddings.add(`${offset}/${shape.fields - offset - this.count}`);
  }

  /** Full rows have no field but their cells, and so has a row with this many. */
  isBare(fields: number): boolean {
    return fields === this.count && this.paddings.size === 1 && this.paddings.has('0/0');
  }

  /** Every full row begins right after its label, and several like it are as wide as this one. */
  beginsAtLabel(shape: RowShape): boolean {
    if (this.padded) return false;
    const like = this.fullFields.get(shape.adjacent);
    if ((like?.get(shape.fields) ?? 0) > 1) return true;
    const usual = [...this.fullWidths].filter(([, rows]) => rows > 1);
    return (shape.first <= 0 || like !== undefined) && usual.length === 1 && usual[0]![0] === shape.adjacent + shape.fields;
  }

  /** Nearly all rows, and this one, have their last value so many fields behind the label that the first cell is right there. */
  endsWithTotal(shape: RowShape): boolean {
    const { inPlace, elsewhere } = this.totals;
    return !this.padded && this.shortRows === 0 && shape.last === this.count - 1 && inPlace >= 10 && elsewhere * 10 <= inPlace;
  }

  /** Few rows like it have as many fields: one was added to it or, in a row that begins with a blank, lost. The last row lacks its filler. */
  isOddWidth(shape: RowShape, beginsBlank: boolean): boolean {
    const counts = this.fieldCounts.get(shape.adjacent)!;
    const [common, rows] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    return counts.get(shape.fields)! * 3 <= rows && (beginsBlank || shape.fields > common);
  }

  /** Fillers follow full rows, and no blank stands between values: the blanks of a row that lacks values may have been moved to its end. */
  mayMoveBlanks(): boolean {
    return !this.innerBlanks && [...this.paddings].some((padding) => !padding.endsWith('/0'));
  }

  /** Some row lacks a field: blank cells may have been dropped. */
  dropsFields(): boolean {
    return this.shortRows > 0;
  }

  /** All rows agree on where values begin. */
  isUniform(): boolean {
    return this.columns.size === 1 && this.labelFields.size > 1;
  }

  /** Where full rows all begin at one column, the place of that column in a row as wide. Drawn columns are the same for all rows. */
  uniformOffset(shape: RowShape): number | undefined {
    if (this.columns.size !== 1) return undefined;
    const [start, width] = [...this.columns][0]!.split('/').map(Number) as [number, number];
    return shape.field + 1 + shape.fields === width && start > shape.field ? start - shape.field - 1 : undefined;
  }

  offset(shape: RowShape, rowsKnown: boolean): number | undefined {
    if (!rowsKnown && this.shortRows > 0) return undefined;
    if (this.endsWithTotal(shape)) return 0;
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
    const uniform = this.uniformOffset(shape);
    if (uniform !== undefined) return uniform;
    if (this.paddings.size !== 1) return undefined;
    const [before, after] = [...this.paddings][0]!.split('/').map(Number) as [number, number];
    return shape.fields === before + this.count + after ? before : undefined;
  }
}
