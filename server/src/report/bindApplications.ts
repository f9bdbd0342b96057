import { forms, type ColumnId, type RowId } from '../form/form';
import type { RawGrid } from '../layouts/layout';
import { relationsOfTable } from './relations';
import type { ExtraRow, HeaderCell, Row, Table } from './report';
import { nameRows } from './nameRows';
import { countValues, hasOtherSubRows, segmentsOf, type BoundLabel, type Segment } from './segments';
import { extraRow, groupsOf, labelText, noteOf, tableOf } from './tableParts';
import { isBlank, isText, isValue, tokenRows, type Token } from './tokens';
import { addsUp, bindValues, cellOfToken, FieldTemplates, type RowShape } from './values';

const seven: readonly ColumnId[] = forms['2021'].tables.applications.columns.map((c) => c.id);
/** All rows of both forms in order; `other` stands where its three sub-rows stand. */
const order: readonly RowId[] = (() => {
  const rows = forms['2021'].tables.applications.rows.map((r) => r.id);
  rows.splice(rows.indexOf('other.correctionLapsed'), 0, 'other');
  return rows;
})();

/** Binds the applications table: seven values a row, the row by its label, or by its place where the order leaves one way. */
export function bindApplications(text: string, grid: RawGrid, from: number, to: number): Table {
  const rows = tokenRows(text, grid, 'applications');
  const segments = segmentsOf(rows, grid.rowsKnown);
  const header = headerCells(rows.flatMap((r) => r.tokens));
  const columns = headerColumns(header, segments);
  const around = nameRows(segments, 'applications', (n) => n === columns.length, grid);
  if (grid.showsBlanks && !isInOrder(segments)) for (const segment of around) delete segment.label;
  dropOtherBesideItsRows(segments);
  joinBrokenRows(segments, columns.length);
  // Where the text ends with the table, its last row may be cut: a blank there may be a cell that is gone.
  if (text.slice(to).trim() === '' && segments.length > 0) segments.push({ ...segments.pop()!, closed: false });
  const templates = learnTemplates(segments, columns.length);
  let unassigned = 0;
  const bound: Row[] = [];
  const extra: ExtraRow[] = [];
  const nameless: Segment[] = [];
  for (const segment of segments) {
    const label = segment.label;
    if (!label) {
      if (countValues(segment) === columns.length) {
        if (isExtraRow(segment, grid)) extra.push(extraRow(segment));
        else nameless.push(segment);
      } else if (countValues(segment) > 1 && columns.length > countValues(segment)) unassigned++;
      continue;
    }
    bound.push(rowOf(segment, label, columns, templates, grid));
  }
  if (!grid.showsBlanks) doubtRowsWithStrayNumbers(bound);
  const withLonely = addLabelsWithoutValues(segments, bound, grid, nameless.length > 0);
  const filled = fillByOrder(withLonely, nameless, columns, grid);
  unassigned += nameless.length - filled.assigned;
  // Rows without a label that fit nowhere: then a label on another line is no proof either.
  const doubtful =
    filled.assigned < nameless.length && grid.showsBlanks ? new Set(around.map((s) => s.label?.match.id)) : new Set();
  const all = filled.rows
    .map((r): Row => (doubtful.has(r.id) ? { ...r, reading: 'missingValues', cells: {}, unbound: Object.values(r.cells) } : r))
    .sort((a, b) => a.span.start - b.span.start);
  return tableOf({
    id: 'applications',
    layout: grid.layout,
    span: { start: from, end: to },
    header,
    groups: groupsOf(rows),
    rows: all,
    extraRows: extra,
    note: noteOf(text, from, to),
    showsBlanks: grid.showsBlanks,
    unassigned,
  });
}

/**
 * Where the layout drops blank cells and did so in many rows, seven numbers that do not add up may be six and a stray one (a page
 * number): such a row is not read.
 */
function doubtRowsWithStrayNumbers(rows: Row[]): void {
  if (rows.filter((r) => r.reading === 'missingValues').length * 3 <= rows.length) return;
  rows.forEach((row, i) => {
    if (row.reading !== 'complete') return;
    const cells = row.expected.map((c) => row.cells[c]!);
    const total = cells.at(-1)!;
    const sum = cells.slice(0, -1).reduce((n, c) => n + (c.value ?? 0), 0);
    if (sum !== total.value) rows[i] = { ...row, reading: 'missingValues', cells: {}, unbound: cells };
  });
}

function rowOf(segment: Segment, label: BoundLabel, columns: readonly ColumnId[], templates: FieldTemplates, grid: RawGrid): Row {
  const id = label.match.id;
  const whole = !grid.rowsKnown && !templates.dropsFields() && fillsToTheEnd(segment, columns.length);
  const values = bindValues(id, columns, segment.values, grid.showsBlanks && segment.closed, () =>
    whole ? 0 : templates.offset(shapeOf(segment), grid.rowsKnown),
  );
  const certain =
    whole ||
    templates.isBare(segment.values.length) ||
    templates.beginsAtLabel(shapeOf(segment)) ||
    (grid.rowsKnown && (templates.isUniform() || !hasSeveralPlaces(segment, columns.length)));
  const firstFilled = segment.values.findIndex(isValue);
  const odd = !grid.rowsKnown && hasInnerBlank(segment) && templates.isOddWidth(shapeOf(segment), firstFilled > 0);
  if (!certain && (odd || !isSoundWindow(values.cells, columns, firstFilled))) return unreadRow(segment, label, columns);
  const end = Math.max(label.end, ...segment.values.map((v) => v.end));
  return {
    id,
    label: labelText(label),
    expected: columns,
    span: { start: Math.min(label.start, segment.values[0]?.start ?? label.start), end },
    ...values,
  };
}

/** As many cells as columns with the last one filled: filler stands at a row's end only. */
function fillsToTheEnd(segment: Segment, count: number): boolean {
  return segment.values.length === count && isValue(segment.values.at(-1)!);
}

function hasInnerBlank({ values }: Segment): boolean {
  return values.slice(values.findIndex(isValue), values.findLastIndex(isValue)).some(isBlank);
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

function unreadRow(segment: Segment, label: BoundLabel, columns: readonly ColumnId[]): Row {
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
  };
}

function learnTemplates(segments: readonly Segment[], count: number): FieldTemplates {
  const templates = new FieldTemplates(count);
  for (const s of segments) {
    if (!s.label) continue;
    templates.see(shapeOf(s));
    const first = s.values.findIndex((v) => v.number.kind !== 'blank');
    const last = s.values.findLastIndex((v) => v.number.kind !== 'blank');
    if (first >= 0 && last - first + 1 === count) templates.learn(shapeOf(s), first);
  }
  return templates;
}

/**
 * Whether labels and values can have stayed together: where rows without a label stand between two named ones, the form has just as
 * many rows between them. Otherwise rows and labels came apart, and a label on another line is no proof any more.
 */
function isInOrder(segments: readonly Segment[]): boolean {
  const oneOther = segments.some((s) => s.label?.match.id === 'other');
  const wanted = order.filter((id) => (oneOther ? !id.startsWith('other.') : id !== 'other'));
  let last = -1;
  let nameless = 0;
  for (const segment of segments) {
    if (!segment.label) {
      if (segment.texts.length === 0 && countValues(segment) >= 2) nameless++;
      continue;
    }
    const at = wanted.indexOf(segment.label.match.id);
    if (nameless > 0 && at - last - 1 !== nameless) return false;
    last = at;
    nameless = 0;
  }
  return nameless === 0 || wanted.length - last - 1 === nameless;
}

/** （六） is a row of its own only where its three sub-rows are absent; else its values belong to a sub-row that lost its label. */
function dropOtherBesideItsRows(segments: readonly Segment[]): void {
  if (!hasOtherSubRows(segments)) return;
  for (const s of segments) if (s.label?.match.id === 'other') delete s.label;
}

/** A row whose values an extractor broke over two lines: the pieces stand next to each other and make a full row together. */
function joinBrokenRows(segments: Segment[], count: number): void {
  for (let i = 0; i + 1 < segments.length; i++) {
    const a = segments[i]!;
    const b = segments[i + 1]!;
    if (!a.label || b.label || b.texts.length > 0 || b.row === a.row) continue;
    if (countValues(a) === 0 || countValues(b) === 0 || countValues(b) >= count || countValues(a) >= count) continue;
    const filled = a.values.filter(isValue);
    const pieces = [...filled, ...b.values.filter(isValue)];
    // A row that has its fields and a number below it, or pieces that make no full row, leave open which value is where; so does one that does not add up.
    const joined = a.values.length < count && pieces.length === count && addsUp(pieces);
    segments.splice(i, 2, { ...a, values: joined ? pieces : filled });
  }
}

/** Labels that stand without any value: the row is there, its numbers are not. */
function addLabelsWithoutValues(segments: readonly Segment[], bound: readonly Row[], grid: RawGrid, detached: boolean): Row[] {
  const rows = [...bound];
  if (detached || grid.layout === 'pdfText') return rows;
  const known = new Set(bound.map((r) => r.id));
  for (const segment of segments) {
    const before = segment.label ? segment.texts.filter((t) => t.end <= segment.label!.start) : segment.texts;
    for (const token of before) {
      const match = token.labels.find((l) => l.kind === 'row' && !l.weak && l.id !== 'other');
      if (!match || known.has(match.id)) continue;
      known.add(match.id);
      const label: BoundLabel = { match, start: token.start, end: token.end, text: token.text };
      rows.push({
        id: match.id,
        label: labelText(label),
        reading: 'noValues',
        expected: seven,
        cells: {},
        unbound: [],
        span: { start: token.start, end: token.end },
      });
    }
  }
  return rows;
}

/**
 * Gives nameless value rows to the rows of the form that are missing between their neighbours, where there are exactly as many
 * of the one as of the other and every column adds up afterwards.
 */
function fillByOrder(
  rows: readonly Row[],
  nameless: readonly Segment[],
  columns: readonly ColumnId[],
  grid: RawGrid,
): { rows: Row[]; assigned: number } {
  const result = [...rows];
  if (nameless.length === 0) return { rows: result, assigned: 0 };
  const present = new Set(rows.filter((r) => r.reading === 'complete').map((r) => r.id));
  const skip = present.has('other') ? (id: RowId) => id.startsWith('other.') : (id: RowId) => id === 'other';
  const wanted = order.filter((id) => !skip(id));
  const sorted = rows.filter((r) => r.reading === 'complete').sort((a, b) => a.span.start - b.span.start);
  const places = sorted.map((r) => wanted.indexOf(r.id));
  if (places.some((p, i) => i > 0 && p <= places[i - 1]!)) return { rows: result, assigned: 0 };
  const added: Row[] = [];
  for (let i = 0; i <= sorted.length; i++) {
    const after = i === 0 ? -1 : places[i - 1]!;
    const before = i === sorted.length ? wanted.length : places[i]!;
    const missing = wanted.slice(after + 1, before);
    const start = i === 0 ? -1 : sorted[i - 1]!.span.start;
    const end = i === sorted.length ? Infinity : sorted[i]!.span.start;
    const between = nameless.filter((segment) => segment.values[0]!.start > start && segment.values[0]!.start < end);
    if (between.length === 0 || between.length !== missing.length) continue;
    between.forEach((segment, k) => {
      const id = missing[k]!;
      const first = segment.values[0]!;
      const values = bindValues(id, columns, segment.values, grid.showsBlanks, () => undefined);
      const place = { start: first.start, end: segment.values.at(-1)!.end };
      const label = {
        id,
        text: '',
        span: { start: first.start, end: first.start },
        match: 'truncated' as const,
        forms: ['2021' as const],
      };
      added.push({ id, label, expected: columns, span: place, ...values });
    });
  }
  if (added.length === 0) return { rows: result, assigned: 0 };
  const ids = new Set(added.map((r) => r.id));
  const whole = [...result.filter((r) => !(ids.has(r.id) && r.reading !== 'complete')), ...added];
  const relations = relationsOfTable({ id: 'applications', rows: whole } as unknown as Table).filter(
    (r) => r.rule !== 'row-total' || ids.has(r.key),
  );
  const sound =
    relations.every((r) => r.status !== 'violated') && relations.some((r) => r.rule === 'outcome-total' && r.status === 'holds');
  return sound ? { rows: whole, assigned: added.length } : { rows: result, assigned: 0 };
}

function isExtraRow(segment: Segment, grid: RawGrid): boolean {
  return grid.showsBlanks && grid.rowsKnown && segment.texts.length > 0 && segment.texts.at(-1)!.text.length >= 2;
}

/** The header cells that name a column, up to the first row of values. */
function headerCells(tokens: readonly Token[]): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (const token of tokens) {
    if (token.labels.some((l) => l.kind === 'row' && !l.weak)) break;
    const column = token.labels.find((l) => l.kind === 'column');
    if (isText(token) && column && !cells.some((c) => c.column === column.id)) {
      cells.push({
        ...labelText({ match: column, start: token.start, end: token.end, text: token.text }),
        column: column.id,
        under: null,
      });
    }
  }
  return cells;
}

/** The seven columns; six where the header itself lacks one and no row has seven values. */
function headerColumns(header: readonly HeaderCell[], segments: readonly Segment[]): readonly ColumnId[] {
  const missing = seven.filter((c) => !header.some((h) => h.column === c));
  if (missing.length !== 1 || missing[0] === 'total') return seven;
  if (segments.some((s) => countValues(s) === 7)) return seven;
  const six = segments.map((s) => s.values.filter(isValue)).filter((values) => values.length === 6);
  // Six numbers may as well be seven that all lost one: their sums tell.
  const wrong = six.filter((values) => !addsUp(values)).length;
  return six.length >= 10 && wrong * 5 <= six.length ? seven.filter((c) => c !== missing[0]) : seven;
}
