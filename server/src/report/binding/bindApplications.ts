import { forms, type ColumnId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import { isBlankFrom } from '../../text/lines';
import type { ExtraRow, HeaderCell, Row, Table } from '../report';
import { isBlank, isText, isValue, tokenRows, type CellToken, type TokenRow } from './cellTokens';
import { fillByOrder, isInOrder } from './detachedRows';
import { doubtRowsWithStrayNumbers, isStream, mayHoldOtherNumbers, unnameBehindOrphan } from './doubtfulRows';
import { JoinedRows } from './joinedNumbers';
import { nameRows } from './nameRows';
import { fieldTemplatesOf, applicationsRow, unreadApplicationsRow } from './rowPlaces';
import { countValues, hasOtherSubRows, isGroupLabel, isWrapped, segmentsOf, type BoundLabel, type Segment } from './segments';
import { extraRowOf, groupsOf, labelText, mayBeShortened, noteOf, tableOf } from './tableParts';
import { addsUp } from './values';

const seven: readonly ColumnId[] = forms['2021'].tables.applications.columns.map((c) => c.id);

/** Binds the applications table: seven values a row, the row by its label, or by its place where the order leaves one way. */
export function bindApplications(text: string, grid: RawGrid, from: number, to: number): Table {
  const joined = new JoinedRows(seven);
  const found = tokenRows(text, grid, 'applications');
  const rows = grid.showsBlanks ? found : joined.takenApart(found);
  const segments = segmentsOf(rows, grid.rowsKnown).flatMap((segment) => rowsRunTogether(segment));
  const header = headerCells(rows.flatMap((r) => r.tokens));
  const columns = headerColumns(header, segments);
  const around = nameRows(segments, 'applications', (n) => n === columns.length, grid);
  doubtNames(rows, segments, around, columns.length, grid);
  // Where the text ends with the table, its last row may be cut: a blank there may be a cell that is gone.
  if (isBlankFrom(text, to) && segments.length > 0) segments.push({ ...segments.pop()!, closed: false });
  const { bound, extraRows, nameless, spare, unread } = bindSegments(text, segments, columns, grid);
  if (!grid.showsBlanks) doubtRowsWithStrayNumbers(bound, segments);
  const withLonely = addLabelsWithoutValues(segments, bound, grid, nameless.length > 0);
  const filled = fillByOrder(withLonely, [...nameless, ...spare], columns, grid, joined);
  const left = nameless.filter((segment) => !filled.assigned.has(segment)).length;
  // Rows without a label that fit nowhere: then a label on another line is no proof either.
  const uncertain = left > 0 && grid.showsBlanks ? new Set(around.map((s) => s.label?.match.id)) : new Set();
  const all = filled.rows
    .map((r): Row => (uncertain.has(r.id) ? { ...r, reading: 'missingValues', cells: {}, unbound: Object.values(r.cells) } : r))
    .sort((a, b) => a.span.start - b.span.start);
  return tableOf(
    grid,
    { start: from, end: to },
    {
      id: 'applications',
      header,
      groups: groupsOf(rows),
      rows: joined.settled(all),
      extraRows,
      note: noteOf(text, rows, from, to),
      unassigned: unread + left,
    },
  );
}

/** Takes the name from segments that it need not belong to, or says that their numbers need not. */
function doubtNames(
  rows: readonly TokenRow[],
  segments: Segment[],
  around: readonly Segment[],
  count: number,
  grid: RawGrid,
): void {
  if (grid.showsBlanks && !isInOrder(segments)) for (const segment of around) delete segment.label;
  if (isStream(grid)) unnameBehindOrphan(segments, count);
  dropOtherBesideItsRows(segments);
  if (grid.rowsKnown && grid.showsBlanks) doubtWrappedRows(rows, segments, count);
  joinBrokenRows(segments, count);
}

interface BoundSegments {
  readonly bound: Row[];
  /** Rows with their own label that the form does not have. */
  readonly extraRows: ExtraRow[];
  /** Rows of numbers that have no label, and how many others were too short to be one. */
  readonly nameless: Segment[];
  /** Where lines show no rows: other whole rows, whose labels did not tell which they are. */
  readonly spare: Segment[];
  readonly unread: number;
}

/** Each segment as the row that it is. */
function bindSegments(text: string, segments: readonly Segment[], columns: readonly ColumnId[], grid: RawGrid): BoundSegments {
  const templates = fieldTemplatesOf(segments, columns.length);
  let unread = 0;
  const bound: Row[] = [];
  const extraRows: ExtraRow[] = [];
  const nameless: Segment[] = [];
  const spare: Segment[] = [];
  // A value too many in the row above may be the first of this one.
  let overflowed = false;
  const lastNamed = segments.findLast((s) => s.label);
  for (const [at, segment] of segments.entries()) {
    const label = segment.label;
    if (!label) {
      if (countValues(segment) === columns.length) {
        if (isExtraRow(segment, grid)) extraRows.push(extraRowOf(segment));
        else nameless.push(segment);
      } else if (countValues(segment) > 1 && columns.length > countValues(segment)) unread++;
      else if (isStream(grid)) spare.push(...wholeRows(segment));
      continue;
    }
    const doubtful =
      segment.doubtful ||
      mayBeShortened(text, segment, forms['2021'].tables.applications.rows) ||
      (overflowed && segment.values.some(isBlank)) ||
      (!grid.rowsKnown && segment === lastNamed && isShortByOne(segment, columns.length)) ||
      mayHoldOtherNumbers(segments, at, columns.length, grid);
    const row = doubtful
      ? unreadApplicationsRow(segment, label, columns)
      : applicationsRow(segment, label, columns, templates, grid);
    bound.push(row);
    if (row.reading !== 'complete' && isStream(grid)) spare.push(...wholeRows(segment));
    overflowed = !grid.rowsKnown && countValues(segment) > columns.length;
  }
  return { bound, extraRows, nameless, spare, unread };
}

/** The rows of a group that lost their labels, and with them the ends of the rows: several times seven numbers that add up. */
function rowsRunTogether(segment: Segment): readonly Segment[] {
  const isNamed = segment.texts.at(-1)?.labels.some((l) => l.kind === 'row');
  const rows = isNamed ? [] : wholeRows(segment);
  return rows.length > 1 ? rows : [segment];
}

/** The rows that all numbers of a segment make up, if each of them adds up; its label is the first one's. */
function wholeRows({ label, ...segment }: Segment): Segment[] {
  const { values } = segment;
  if (values.length % seven.length !== 0 || !values.every(isValue)) return [];
  const rows: Segment[] = [];
  for (let from = 0; from < values.length; from += seven.length) {
    rows.push({ ...segment, texts: [], values: values.slice(from, from + seven.length), ...(from === 0 && label && { label }) });
  }
  return rows.every((row) => addsUp(row.values)) ? rows : [];
}

/** A blank behind all but one of a last row's numbers may close the table: then the blank cell is another one. */
function isShortByOne(segment: Segment, count: number): boolean {
  return countValues(segment) === count - 1 && segment.values.slice(0, count - 1).every(isValue);
}

/** （六） is a row of its own only where its three sub-rows are absent; else its values belong to a sub-row that lost its label. */
function dropOtherBesideItsRows(segments: readonly Segment[]): void {
  if (!hasOtherSubRows(segments) && !segments.some((s) => s.label?.match.id.startsWith('other.'))) return;
  for (const s of segments) if (s.label?.match.id === 'other') delete s.label;
}

function doubtWrappedRows(rows: readonly TokenRow[], segments: readonly Segment[], count: number): void {
  segments.forEach((segment, at) => {
    const next = segments[at + 1];
    if (next && countValues(next) < count && isWrapped(rows, segment, next)) segment.doubtful = true;
  });
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
    const isUsual = segments.filter((s) => s.label && countValues(s) === filled.length).length > 3;
    const joined = !isUsual && a.values.length < count && pieces.length === count && addsUp(pieces);
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

/** A row with a label that the form does not have; the label of a group is no row's own. */
function isExtraRow({ texts }: Segment, grid: RawGrid): boolean {
  const label = texts.at(-1);
  return grid.showsBlanks && grid.rowsKnown && label !== undefined && label.text.length >= 2 && !isGroupLabel(label);
}

/** The header cells that name a column, up to the first row of values. */
function headerCells(tokens: readonly CellToken[]): HeaderCell[] {
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
