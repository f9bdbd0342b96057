import { formForYear, forms, type ColumnId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import { labelMatches } from '../labels';
import { endsLikeTitle } from '../pageFurniture';
import type { ExtraRow, HeaderCell, Row, Table } from '../report';
import { isValue, tokenRows, type CellToken } from './cellTokens';
import { isStream } from './doubtfulRows';
import { labelsApart } from './joinedNumbers';
import { withoutDebris } from './labelPieces';
import { nameRows } from './nameRows';
import {
  brokenColumn,
  expectedColumns,
  formOfHeader,
  formOfTable,
  newBlock,
  unmerged,
  fieldsFilled,
  type Block,
} from './proactiveBlocks';
import { blankAfter, proactiveColumns, evidenceOf, proactiveRow, unreadProactiveRow, type NamedRow } from './proactiveRows';
import { countValues, isWrapped, segmentsOf, type BoundLabel, type Segment } from './segments';
import { extraRowOf, groupsOf, labelText, mayBeShortened, tableOf } from './tableParts';

/** Binds the proactive table: a row's columns are those of its block's header, else those of the form that the table shows. */
export function bindProactive(text: string, grid: RawGrid, from: number, to: number, year: number | null): Table {
  const found = tokenRows(text, grid, 'proactive');
  const rows = grid.layout === 'pdfText' ? labelsApart(found, 'proactive', formForYear(year)) : found;
  const segments = segmentsOf(rows, grid.rowsKnown);
  // Below its label a row may have lost the blank cell that the label stood in: then its own blanks do not tell their place.
  const around = new Set(nameRows(segments, 'proactive', (n) => n >= 1 && n <= 3, grid));
  const header: HeaderCell[] = [];
  const bound: Row[] = [];
  const extraRows: ExtraRow[] = [];
  const pending: NamedRow[] = [];
  let block = newBlock(null, true);
  for (const [at, segment] of segments.entries()) {
    block = blockOf(segment, block, header);
    block.widest = Math.max(block.widest, unmerged({ segment, block }).filter(isValue).length);
    block.detached ||= !segment.label && countValues(segment) > 0 && isHeader(segment.texts.at(-1));
    if (segment.label) pending.push({ segment, label: segment.label, block });
    else if (isExtraRow(segment, grid)) extraRows.push(extraRowOf(segment));
    const next = segments[at + 1];
    const named = next !== undefined && next.texts.length === 0 && segment.values.length === 0;
    if (!named) addLonelyLabels(text, segment, bound, grid, block);
  }
  const table = evidenceOf(text, grid, rows, pending, header, year);
  for (const row of pending) {
    const next = segments[segments.indexOf(row.segment) + 1];
    const torn =
      row.segment.doubtful ||
      (grid.rowsKnown && grid.showsBlanks && isWrapped(rows, row.segment, next)) ||
      mayBeShortened(text, row.segment, forms[table.form].tables.proactive.rows) ||
      (isStream(grid) && (isDetached(row, proactiveColumns(row, table), header) || beginsWithNumber(next))) ||
      ((!grid.showsBlanks || around.has(row.segment)) && isTornOff(next));
    bound.push(torn ? unreadProactiveRow(row, proactiveColumns(row, table)) : proactiveRow(row, around.has(row.segment), table));
  }
  bound.sort((a, b) => a.span.start - b.span.start);
  return tableOf(
    grid,
    { start: from, end: to },
    {
      id: 'proactive',
      header,
      groups: groupsOf(rows),
      rows: dropLonelyDoubles(bound),
      extraRows,
      note: null,
      unassigned: 0,
      form: formOfTable(header, bound),
    },
  );
}

/**
 * The block that a segment belongs to: that of the segment before it, unless its texts begin another. The names of columns that it holds
 * are added to the block's header and to `header`, the table's.
 */
function blockOf(segment: Segment, before: Block, header: HeaderCell[]): Block {
  let block = before;
  for (const token of segment.texts) {
    const group = token.labels.find((l) => l.kind === 'group');
    if (group || token.labels.some((l) => l.kind === 'heading')) {
      block = { ...newBlock(group ? group.id : block.id, header.length === 0), detached: !group && block.detached };
      if (group) continue;
    }
    const joined = brokenColumn(segment.texts, token);
    const columns = joined ?? token.labels.filter((l) => l.kind === 'column');
    const column = columns.find((l) => l.match === 'exact') ?? columns[0];
    const isLabel = segment.label && token.start >= segment.label.start && token.end <= segment.label.end;
    if (column && !isLabel) {
      const cell: HeaderCell = {
        ...labelText({ match: column, start: token.start, end: token.end, text: token.text }),
        column: column.id,
        under: block.id,
      };
      // A header below rows begins another block, also where its group's label is lost.
      if (block.widest > 0) block = newBlock(block.id, false);
      block.header.push(cell);
      block.width = fieldsFilled(segment);
      header.push(cell);
    } else if (token.labels.length === 0 && !isLabel) block.unknown++;
  }
  return block;
}

/**
 * Where lines show no rows, a number behind a label need not be its own: not where a number stands right below the block's header, not
 * below a list of labels without numbers, and not above the header of its column.
 */
function isDetached({ segment, label, block }: NamedRow, columns: readonly ColumnId[], header: readonly HeaderCell[]): boolean {
  const before = segment.texts.filter((t) => t.end <= label.start);
  const list = before.slice(before.findLastIndex((t) => t.labels.some((l) => l.kind === 'column')) + 1);
  if (block.detached || list.filter((t) => t.labels.some((l) => l.kind === 'row')).length > 1) return true;
  const own = header.filter((h) => h.column === columns[0]);
  return columns.length === 1 && own.length > 0 && own.every((h) => h.span.start > label.start);
}

/** A line that ran together with the header below it: its number may be the row's, and the one behind the label the row's above. */
function beginsWithNumber(segment: Segment | undefined): boolean {
  const words = /^[\d０-９][\d０-９.,，]*\s+(\D.*)/u.exec(segment?.texts[0]?.text ?? '')?.[1];
  return words !== undefined && labelMatches(words).some((l) => l.kind !== 'row');
}

function isHeader(token: CellToken | undefined): boolean {
  return token !== undefined && token.labels.some((l) => l.kind !== 'row');
}

/** Numbers without any text but scraps, or below a running title: the rest of the row above, or a page number. */
function isTornOff(segment: Segment | undefined): boolean {
  return (
    segment !== undefined &&
    !segment.label &&
    countValues(segment) > 0 &&
    withoutDebris(segment.texts, true).every(({ text }) => text.length <= 4 || endsLikeTitle(text))
  );
}

/** Row labels that another label follows before any value: the row is there, its number is not. */
function addLonelyLabels(text: string, segment: Segment, bound: Row[], grid: RawGrid, block: Block): void {
  if (grid.layout === 'pdfText') return;
  const own = segment.label;
  for (const token of segment.texts) {
    if (own && token.start >= own.start && token.end <= own.end) continue;
    const match = token.labels.find((l) => l.kind === 'row');
    if (!match || token.labels.some((l) => l.kind === 'column')) continue;
    const label: BoundLabel = { match, start: token.start, end: token.end, text: token.text };
    const expected = expectedColumns(match.id, 0, block, formOfHeader(block.header) ?? '2021', grid.rowsKnown);
    const cells = blankAfter(label, expected, { text, grid });
    const place = { start: token.start, end: token.end };
    bound.push({ id: match.id, label: labelText(label), reading: 'noValues', expected, cells, unbound: [], span: place });
  }
}

/** A label repeated without values beside its complete row (a doubled header) is no second row. */
function dropLonelyDoubles(rows: readonly Row[]): Row[] {
  return rows.filter(
    (r) =>
      r.reading !== 'noValues' ||
      !rows.some((o) => o !== r && o.id === r.id && (o.reading !== 'noValues' || o.span.start < r.span.start)),
  );
}

function isExtraRow(segment: Segment, grid: RawGrid): boolean {
  if (!grid.showsBlanks || countValues(segment) === 0 || segment.texts.length === 0) return false;
  const last = segment.texts.at(-1)!;
  return last.labels.length === 0 && last.text.length >= 2 && last.text.length <= 60 && !/[。；]/.test(last.text);
}
