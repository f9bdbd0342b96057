import { columnsOfRow, type ColumnId, type FormId, type RowId } from '../form/form';
import type { RawGrid } from '../layouts/layout';
import type { ExtraRow, HeaderCell, Row, Table } from './report';
import { labelMatches, type LabelMatch } from './labels';
import { withoutDebris } from './labelPieces';
import { nameRows } from './nameRows';
import { countValues, segmentsOf, type BoundLabel, type Segment } from './segments';
import { extraRow, groupsOf, labelText, tableOf } from './tableParts';
import { hasInnerBlank, isBlank, isValue, tokenRows, type Token, type TokenRow } from './tokens';
import { bindValues, cellOfToken } from './values';

/** The header of one block (第二十条第…项): its columns and the forms that have them. */
interface Block {
  /** No header stands above this one. */
  readonly first: boolean;
  readonly id: string | null;
  readonly header: HeaderCell[];
  /** The most values that a row of the block has. */
  widest: number;
  /** The fields of the header's line, blank ones at its end too; 0 without a header. */
  width: number;
  /** Header cells that name no known column, e.g. `本年新` cut by extraction. */
  unknown: number;
}

function newBlock(id: string | null, first: boolean): Block {
  return { id, header: [], unknown: 0, widest: 0, width: 0, first };
}

interface NamedRow {
  readonly segment: Segment;
  readonly label: BoundLabel;
  readonly block: Block;
}

/** Binds the proactive table: a row's columns are those of its block's header, else those of the form that the table shows. */
export function bindProactive(text: string, grid: RawGrid, from: number, to: number, year: number | null): Table {
  const rows = tokenRows(text, grid, 'proactive');
  const segments = segmentsOf(rows, grid.rowsKnown);
  // Below its label a row may have lost the blank cell that the label stood in: then its own blanks do not tell their place.
  const around = new Set(nameRows(segments, 'proactive', (n) => n >= 1 && n <= 3, grid));
  const header: HeaderCell[] = [];
  const bound: Row[] = [];
  const extraRows: ExtraRow[] = [];
  const pending: NamedRow[] = [];
  let block = newBlock(null, true);
  for (const [at, segment] of segments.entries()) {
    for (const token of segment.texts) {
      const group = token.labels.find((l) => l.kind === 'group');
      if (group || token.labels.some((l) => l.kind === 'heading')) {
        block = newBlock(group ? group.id : block.id, header.length === 0);
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
        block.width = widthOf(segment);
        header.push(cell);
      } else if (token.labels.length === 0 && !isLabel) block.unknown++;
    }
    block.widest = Math.max(block.widest, unmerged({ segment, block }).filter(isValue).length);
    if (segment.label) pending.push({ segment, label: segment.label, block });
    else if (isExtraRow(segment, grid)) extraRows.push(extraRow(segment));
    const next = segments[at + 1];
    const named = next !== undefined && next.texts.length === 0 && segment.values.length === 0;
    if (!named) addLonelyLabels(text, segment, bound, grid, block);
  }
  const table = evidenceOf(text, grid, rows, pending, header, year);
  for (const row of pending) {
    const torn = !grid.showsBlanks && isTornOff(segments[segments.indexOf(row.segment) + 1]);
    bound.push(torn ? unreadRow(row, columnsOf(row, table)) : rowOf(row, around.has(row.segment), table));
  }
  bound.sort((a, b) => a.span.start - b.span.start);
  return tableOf({
    id: 'proactive',
    layout: grid.layout,
    span: { start: from, end: to },
    header,
    groups: groupsOf(rows),
    rows: dropLonelyDoubles(bound),
    extraRows,
    note: null,
    showsBlanks: grid.showsBlanks,
    unassigned: 0,
    form: formOfTable(header, bound),
  });
}

/** What the whole table says about each of its rows. */
interface Evidence {
  readonly text: string;
  readonly grid: RawGrid;
  readonly form: FormId;
  /** Nothing but the year tells the form, or a wording of the other form stands here: without a header the columns may be that form's. */
  readonly formInDoubt: boolean;
  /** The form's last row is here. */
  readonly whole: boolean;
  /** Where full rows of three begin, by their number of fields: a row with blank cells is bound only as its likes are. */
  readonly offsets: ReadonlyMap<number, number>;
}

function evidenceOf(
  text: string,
  grid: RawGrid,
  rows: readonly TokenRow[],
  pending: readonly NamedRow[],
  header: readonly HeaderCell[],
  year: number | null,
): Evidence {
  const labels = rows.flatMap((r) => r.tokens.flatMap((t) => t.labels)).filter((l) => l.kind === 'row');
  const form = formOfHeader(header) ?? formOfLabels(labels) ?? (year === 2019 || year === 2020 ? '2019' : '2021');
  const normative = labels.find((l) => l.id === 'normativeDocuments' && l.match === 'exact');
  const offsets = new Map<number, number>();
  for (const { segment } of pending) {
    const first = segment.values.findIndex((v) => !isBlank(v));
    const last = segment.values.findLastIndex((v) => !isBlank(v));
    const known = offsets.get(segment.values.length);
    if (countValues(segment) === 3 && last - first === 2)
      offsets.set(segment.values.length, known === undefined || known === first ? first : -1);
  }
  return {
    text,
    grid,
    form,
    formInDoubt: normative ? !normative.forms.includes(form) : !formOfHeader(header) && !formOfLabels(labels),
    whole: labels.some((l) => l.id === 'fees'),
    offsets,
  };
}

/** Numbers without any text but scraps: the rest of the row above, or a page number. */
function isTornOff(segment: Segment | undefined): boolean {
  return (
    segment !== undefined &&
    !segment.label &&
    countValues(segment) > 0 &&
    withoutDebris(segment.texts, true).every((t) => t.text.length <= 4)
  );
}

/** Whether blank cells of the row tell where its numbers stand: none was cut off, lost or added. */
function showsPlaces({ segment, block }: NamedRow, { grid, offsets }: Evidence): boolean {
  if (!grid.showsBlanks || !segment.closed) return false;
  if (grid.rowsKnown) return widthOf(segment) >= block.width;
  return !hasInnerBlank(segment.values) || offsets.has(segment.values.length);
}

/** How many fields of its line the segment fills, from the line's start. */
function widthOf(segment: Segment): number {
  return segment.field + 1 + segment.values.length;
}

function columnsOf(row: NamedRow, table: Evidence): readonly ColumnId[] {
  return expectedColumns(row.label.match.id, unmerged(row).filter(isValue).length, row.block, table.form, table.grid.rowsKnown);
}

/** A merged cell that a converter wrote once for each of its columns, below a header written as often: the first stands for all. */
function unmerged({ segment, block }: Pick<NamedRow, 'segment' | 'block'>): readonly Token[] {
  const { values } = segment;
  if (values.length !== block.header.length) return values;
  const isAgain = (i: number) => i > 0 && block.header[i]!.column === block.header[i - 1]!.column;
  if (values.some((v, i) => isAgain(i) && v.text !== values[i - 1]!.text)) return values;
  return values.filter((_, i) => !isAgain(i));
}

/** The columns of the block's header; one that is written several times side by side is one. */
function columnsOfHeader(block: Block): ColumnId[] {
  const columns = block.header.map((h) => h.column);
  return columns.filter((c, i) => c !== columns[i - 1]);
}

/** Binds a row whose label stands before its values, or on another line (`labelApart`). */
function rowOf(row: NamedRow, labelApart: boolean, table: Evidence): Row {
  const { segment, label, block } = row;
  const id = label.match.id;
  const columns = columnsOf(row, table);
  const guessed = block.header.length < columns.length && columns.length > 1;
  const otherForm = block.header.length === 0 && table.formInDoubt && (columns.length > 1 || !table.whole);
  const cells = unmerged(row);
  const shifted =
    (block.header.length === 0 && cells.length > columns.length && isBlank(cells[0]!)) ||
    (columnsOfHeader(block).length < block.header.length && segment.values.length !== block.header.length);
  // An amount where a count belongs, in a table without its row of amounts: that row's label is gone.
  const amount = columns.length === 1 && id !== 'fees' && !table.whole && cells.some((c) => c.number.decimals > 0);
  if (otherForm || shifted || amount || (guessed && cells.filter(isValue).length !== columns.length))
    return unreadRow(row, columns);
  const fields = cells.length;
  const bare = (columns.length !== 3 || table.offsets.size === 0) && table.grid.rowsKnown && fields === columns.length;
  const learned = table.offsets.get(fields) ?? (bare ? 0 : -1);
  const offset = () => (columns.length === 1 ? 0 : learned < 0 ? undefined : learned);
  const values = bindValues(id, columns, cells, !labelApart && showsPlaces(row, table), offset);
  const end = Math.max(label.end, ...segment.values.map((v) => v.end));
  const own = values.reading === 'noValues' ? { ...values, cells: blankAfter(label, columns, table) } : values;
  return { id, label: labelText(label), expected: columns, span: { start: label.start, end }, ...own };
}

function unreadRow({ segment, label }: NamedRow, columns: readonly ColumnId[]): Row {
  const id = label.match.id;
  const unbound = segment.values.filter((v) => !isBlank(v)).map((v) => cellOfToken(v, id, ''));
  const span = { start: label.start, end: label.end };
  return { id, label: labelText(label), expected: columns, span, reading: 'missingValues', cells: {}, unbound };
}

/**
 * The one value of a row that has none: in a layout that shows empty cells, its blank place is right after the label, behind the cell
 * border if there is one.
 */
function blankAfter(
  label: BoundLabel,
  columns: readonly ColumnId[],
  { text, grid }: { readonly text: string; readonly grid: RawGrid },
): Row['cells'] {
  const column = columns[0];
  if (columns.length !== 1 || column === undefined || !grid.showsBlanks) return {};
  const border = /^[^\S\n]*[|｜│\t][^\S\n]/.exec(text.slice(label.end, label.end + 12))?.[0].length ?? 0;
  const span = { start: label.end + border, end: label.end + border };
  return {
    [column]: {
      row: label.match.id,
      column,
      span,
      text: '',
      kind: 'blank',
      value: null,
      decimals: 0,
      units: 0,
      annotation: null,
    },
  };
}

/** A column's label that is broken over two lines, at its second piece. */
function brokenColumn(texts: readonly Token[], token: Token): readonly LabelMatch[] | undefined {
  const before = texts[texts.indexOf(token) - 1];
  if (!before || before.labels.length > 0) return undefined;
  const columns = labelMatches(before.text + token.text).filter((l) => l.kind === 'column' && l.table === 'proactive');
  return columns.length > 0 ? columns : undefined;
}

function expectedColumns(row: RowId, count: number, block: Block, tableForm: FormId, rowsKnown: boolean): readonly ColumnId[] {
  const own = columnsOfHeader(block);
  const blockForm = formOfHeader(block.header);
  const formColumns = knownColumns(row, blockForm ?? tableForm);
  // A header short of columns is the table's own only where its rows are as short, and where nothing above it has the same
  // words: de-duplication takes those.
  const short = (block.first && own.length * 2 > formColumns.length) || block.header.every((h) => h.match === 'alias');
  const whole = own.length >= formColumns.length || (rowsKnown && short && block.widest <= own.length);
  if (whole && own.length > 0 && block.unknown === 0 && new Set(own).size === own.length && isHeaderOfRow(row, own)) {
    // A row with more values than its header has columns belongs to the other form (a row of 2019 in a table of 2021).
    if (count <= own.length) return own;
  }
  return formColumns;
}

function isHeaderOfRow(row: RowId, columns: readonly ColumnId[]): boolean {
  return (['2021', '2019'] as const).some((f) => {
    const of = knownColumns(row, f);
    return columns.every((c) => of.includes(c));
  });
}

function knownColumns(row: RowId, form: FormId): readonly ColumnId[] {
  return columnsOfRow('proactive', row, form);
}

function formOfHeader(header: readonly HeaderCell[]): FormId | undefined {
  const own = header.filter((h) => h.forms.length === 1);
  if (own.length === 0) return undefined;
  return own.every((h) => h.forms[0] === '2019') ? '2019' : own.every((h) => h.forms[0] === '2021') ? '2021' : undefined;
}

function formOfLabels(labels: readonly LabelMatch[]): FormId | undefined {
  const old = labels.some((l) => l.id === 'otherServices' || l.id === 'procurement');
  return old ? '2019' : undefined;
}

function formOfTable(header: readonly HeaderCell[], rows: readonly Row[]): FormId | 'mixed' {
  const old =
    header.some((h) => h.forms.length === 1 && h.forms[0] === '2019') ||
    rows.some((r) => r.id === 'otherServices' || r.id === 'procurement');
  const current = header.some((h) => h.forms.length === 1 && h.forms[0] === '2021');
  return old && current ? 'mixed' : old ? '2019' : '2021';
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
