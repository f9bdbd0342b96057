import { columnsOfRow, type ColumnId, type FormId, type RowId } from '../../form/form';
import { labelMatches, type LabelMatch } from '../labels';
import type { HeaderCell, Row } from '../report';
import type { CellToken } from './cellTokens';
import type { Segment } from './segments';

/** The header of one block (第二十条第…项): its columns and the forms that have them. */
export interface Block {
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
  /** Numbers stand right below a header of it. */
  detached: boolean;
}

export function newBlock(id: string | null, first: boolean): Block {
  return { id, header: [], unknown: 0, detached: false, widest: 0, width: 0, first };
}

/** How many fields of its line the segment fills, from the line's start. */
export function fieldsFilled(segment: Segment): number {
  return segment.field + 1 + segment.values.length;
}

/** A merged cell that a converter wrote once for each of its columns, below a header written as often: the first stands for all. */
export function unmerged({ segment, block }: { readonly segment: Segment; readonly block: Block }): readonly CellToken[] {
  const { values } = segment;
  if (values.length !== block.header.length || namesTwice(block, segment.label?.match.id)) return values;
  const isAgain = (i: number) => i > 0 && block.header[i]!.column === block.header[i - 1]!.column;
  if (values.some((v, i) => isAgain(i) && v.text !== values[i - 1]!.text)) return values;
  return values.filter((_, i) => !isAgain(i));
}

/** A header as long as the form's for the row, with one column named twice instead of another: no cell is merged, one is misnamed. */
function namesTwice({ header }: Block, row: RowId | undefined): boolean {
  if (row === undefined) return false;
  return (['2021', '2019'] as const).some((form) => {
    const columns = knownColumns(row, form);
    const isKnown = header.every((h) => columns.includes(h.column));
    return isKnown && header.length === columns.length && new Set(header.map((h) => h.column)).size === columns.length - 1;
  });
}

/** The columns of the block's header; one that is written several times side by side is one. */
export function columnsOfHeader(block: Block): ColumnId[] {
  const columns = block.header.map((h) => h.column);
  return columns.filter((c, i) => c !== columns[i - 1]);
}

/** A column's label that is broken over two lines, at its second piece. */
export function brokenColumn(texts: readonly CellToken[], token: CellToken): readonly LabelMatch[] | undefined {
  const before = texts[texts.indexOf(token) - 1];
  if (!before || before.labels.length > 0) return undefined;
  const columns = labelMatches(before.text + token.text).filter((l) => l.kind === 'column' && l.table === 'proactive');
  return columns.length > 0 ? columns : undefined;
}

/**
 * The columns of a row with `count` filled values: those of its block's header where that is whole and the row's own, else those of
 * the form.
 */
export function expectedColumns(
  row: RowId,
  count: number,
  block: Block,
  tableForm: FormId,
  rowsKnown: boolean,
): readonly ColumnId[] {
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

/** The form that alone has these column names; undefined where both have them or each has some. */
export function formOfHeader(header: readonly HeaderCell[]): FormId | undefined {
  const own = header.filter((h) => h.forms.length === 1);
  if (own.length === 0) return undefined;
  return own.every((h) => h.forms[0] === '2019') ? '2019' : own.every((h) => h.forms[0] === '2021') ? '2021' : undefined;
}

/** The form of 2019 where the table has a row that it alone has; no row is of the form of 2021 alone. */
export function formOfLabels(labels: readonly LabelMatch[]): FormId | undefined {
  const old = labels.some((l) => l.id === 'otherServices' || l.id === 'procurement');
  return old ? '2019' : undefined;
}

/** The form that column names and bound rows show; `mixed` where they show both, that of 2021 where they show none. */
export function formOfTable(header: readonly HeaderCell[], rows: readonly Row[]): FormId | 'mixed' {
  const old =
    header.some((h) => h.forms.length === 1 && h.forms[0] === '2019') ||
    rows.some((r) => r.id === 'otherServices' || r.id === 'procurement');
  const current = header.some((h) => h.forms.length === 1 && h.forms[0] === '2021');
  return old && current ? 'mixed' : old ? '2019' : '2021';
}
