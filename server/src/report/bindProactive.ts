import { columnsOfRow, type ColumnId, type FormId, type RowId } from '../form/form';
import type { RawGrid } from '../layouts/layout';
import type { ExtraRow, HeaderCell, Row, Table } from './report';
import { labelMatches, type LabelMatch } from './labels';
import { countValues, nameSegments, segmentsOf, type BoundLabel, type Segment } from './segments';
import { extraRow, groupsOf, labelText, tableOf } from './tableParts';
import { isBlank, tokenRows, type Token } from './tokens';
import { bindValues, cellOfToken } from './values';

/** The header of one block (第二十条第…项): its columns and the forms that have them. */
interface Block {
  /** No header stands above this one. */
  readonly first: boolean;
  readonly id: string | null;
  readonly header: HeaderCell[];
  /** The most values that a row of the block has. */
  widest: number;
  /** Header cells that name no known column, e.g. `本年新` cut by extraction. */
  unknown: number;
}

/** Binds the proactive table: a row's columns are those of its block's header, else those of the form that the table shows. */
export function bindProactive(text: string, grid: RawGrid, from: number, to: number, year: number | null): Table {
  const rows = tokenRows(text, grid, 'proactive');
  const segments = segmentsOf(rows, grid.rowsKnown);
  nameSegments(segments, 'proactive', (n) => n >= 1 && n <= 3, grid);
  const header: HeaderCell[] = [];
  const bound: Row[] = [];
  const extraRows: ExtraRow[] = [];
  const pending: { segment: Segment; label: BoundLabel; block: Block }[] = [];
  let block: Block = { id: null, header: [], unknown: 0, widest: 0, first: header.length === 0 };
  for (const [at, segment] of segments.entries()) {
    for (const token of segment.texts) {
      const group = token.labels.find((l) => l.kind === 'group');
      if (group || token.labels.some((l) => l.kind === 'heading')) {
        block = { id: group ? group.id : block.id, header: [], unknown: 0, widest: 0, first: header.length === 0 };
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
        if (block.widest > 0) block = { id: block.id, header: [], unknown: 0, widest: 0, first: false };
        block.header.push(cell);
        header.push(cell);
      } else if (token.labels.length === 0 && !isLabel) block.unknown++;
    }
    block.widest = Math.max(block.widest, countValues(segment));
    if (segment.label) pending.push({ segment, label: segment.label, block });
    else if (isExtraRow(segment, grid)) extraRows.push(extraRow(segment));
    const next = segments[at + 1];
    const named = next !== undefined && next.texts.length === 0 && segment.values.length === 0;
    if (!named) addLonelyLabels(segment, bound, grid, block);
  }
  const tableForm =
    formOfHeader(header) ?? formOfLabels(pending.map((p) => p.label)) ?? (year === 2019 || year === 2020 ? '2019' : '2021');
  const normative = pending.find((p) => p.label.match.id === 'normativeDocuments')?.label;
  // Where full rows of three begin, by their number of fields: a row with blank cells is bound only as its likes are.
  const offsets = new Map<number, number>();
  for (const { segment } of pending) {
    const first = segment.values.findIndex((v) => !isBlank(v));
    const last = segment.values.findLastIndex((v) => !isBlank(v));
    const known = offsets.get(segment.values.length);
    if (countValues(segment) === 3 && last - first === 2)
      offsets.set(segment.values.length, known === undefined || known === first ? first : -1);
  }
  for (const { segment, label, block: own } of pending)
    bound.push(rowOf(segment, label, own, tableForm, grid, normative, offsets));
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

/** Without a header the three columns could be either form's: the wording of 规范性文件 must not speak for the other one. */
function contradicts(normative: BoundLabel | undefined, form: FormId): boolean {
  return normative !== undefined && normative.match.match === 'exact' && !normative.match.forms.includes(form);
}

function rowOf(
  segment: Segment,
  label: BoundLabel,
  block: Block,
  tableForm: FormId,
  grid: RawGrid,
  normative: BoundLabel | undefined,
  offsets: ReadonlyMap<number, number>,
): Row {
  const id = label.match.id;
  const columns = expectedColumns(id, countValues(segment), block, tableForm, grid.rowsKnown);
  const guessed = block.header.length < columns.length && columns.length > 1;
  if (guessed && ((block.header.length === 0 && contradicts(normative, tableForm)) || countValues(segment) !== columns.length)) {
    const unbound = segment.values.filter((v) => !isBlank(v)).map((v) => cellOfToken(v, id, ''));
    const place = { start: label.start, end: label.end };
    return { id, label: labelText(label), expected: columns, span: place, reading: 'missingValues', cells: {}, unbound };
  }
  const fields = segment.values.length;
  const learned =
    offsets.get(fields) ?? ((columns.length !== 3 || offsets.size === 0) && grid.rowsKnown && fields === columns.length ? 0 : -1);
  const offset = () => (columns.length === 1 ? 0 : learned < 0 ? undefined : learned);
  const values = bindValues(id, columns, segment.values, grid.showsBlanks, offset);
  const end = Math.max(label.end, ...segment.values.map((v) => v.end));
  const own = values.reading === 'noValues' ? { ...values, cells: blankAfter(label, columns, grid) } : values;
  return { id, label: labelText(label), expected: columns, span: { start: label.start, end }, ...own };
}

/** The one value of a row that has none: its blank place is right after the label, in a layout that shows empty cells. */
function blankAfter(label: BoundLabel, columns: readonly ColumnId[], grid: RawGrid): Row['cells'] {
  const column = columns[0];
  if (columns.length !== 1 || column === undefined || !grid.showsBlanks) return {};
  const span = { start: label.end, end: label.end };
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
  const own = block.header.map((h) => h.column);
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

function formOfLabels(labels: readonly BoundLabel[]): FormId | undefined {
  const old = labels.some((l) => l.match.id === 'otherServices' || l.match.id === 'procurement');
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
function addLonelyLabels(segment: Segment, bound: Row[], grid: RawGrid, block: Block): void {
  if (grid.layout === 'pdfText') return;
  const own = segment.label;
  for (const token of segment.texts) {
    if (own && token.start >= own.start && token.end <= own.end) continue;
    const match = token.labels.find((l) => l.kind === 'row');
    if (!match || token.labels.some((l) => l.kind === 'column')) continue;
    const label: BoundLabel = { match, start: token.start, end: token.end, text: token.text };
    const expected = expectedColumns(match.id, 0, block, formOfHeader(block.header) ?? '2021', grid.rowsKnown);
    const cells = blankAfter(label, expected, grid);
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
