import { formForYear, type ColumnId, type FormId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import type { HeaderCell, Row } from '../report';
import { hasInnerBlank, isBlank, isValue, type TokenRow } from './cellTokens';
import {
  columnsOfHeader,
  expectedColumns,
  formOfHeader,
  formOfLabels,
  unmerged,
  fieldsFilled,
  type Block,
} from './proactiveBlocks';
import { countValues, type BoundLabel, type Segment } from './segments';
import { labelText } from './tableParts';
import { bindValues, cellOfToken } from './values';

/** A row whose label is known, with the header that it stands under. */
export interface NamedRow {
  readonly segment: Segment;
  readonly label: BoundLabel;
  readonly block: Block;
}

/** What the whole table says about each of its rows. */
export interface Evidence {
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

/** Looks through the whole table before its rows are bound; `year` decides the form only where no header and no label does. */
export function evidenceOf(
  text: string,
  grid: RawGrid,
  rows: readonly TokenRow[],
  pending: readonly NamedRow[],
  header: readonly HeaderCell[],
  year: number | null,
): Evidence {
  const labels = rows.flatMap((r) => r.tokens.flatMap((t) => t.labels)).filter((l) => l.kind === 'row');
  const form = formOfHeader(header) ?? formOfLabels(labels) ?? formForYear(year);
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

/** Whether blank cells of the row tell where its numbers stand: none was cut off, lost or added. */
function showsPlaces({ segment, block }: NamedRow, { grid, offsets }: Evidence): boolean {
  if (!grid.showsBlanks || !segment.closed) return false;
  if (grid.rowsKnown) return fieldsFilled(segment) >= block.width;
  return !hasInnerBlank(segment.values) || offsets.has(segment.values.length);
}

/** The columns whose cells the row is to have. */
export function proactiveColumns(row: NamedRow, table: Evidence): readonly ColumnId[] {
  return expectedColumns(row.label.match.id, unmerged(row).filter(isValue).length, row.block, table.form, table.grid.rowsKnown);
}

/** Binds a row whose label stands before its values, or on another line (`labelApart`). */
export function proactiveRow(row: NamedRow, labelApart: boolean, table: Evidence): Row {
  const { segment, label, block } = row;
  const id = label.match.id;
  const columns = proactiveColumns(row, table);
  const guessed = block.header.length < columns.length && columns.length > 1;
  const otherForm = block.header.length === 0 && table.formInDoubt && (columns.length > 1 || !table.whole);
  const cells = unmerged(row);
  // Where the row's own header is lost, a blank in front may be a cell of it or filler.
  const headed = columns.every((column) => block.header.some((cell) => cell.column === column));
  const shifted =
    (!headed && cells.length > columns.length && isBlank(cells[0]!)) ||
    (columnsOfHeader(block).length < block.header.length && segment.values.length !== block.header.length);
  // An amount where a count belongs, in a table without its row of amounts: that row's label is gone.
  const amount = columns.length === 1 && id !== 'fees' && !table.whole && cells.some((c) => c.number.decimals > 0);
  if (otherForm || shifted || amount || (guessed && cells.filter(isValue).length !== columns.length))
    return unreadProactiveRow(row, columns);
  const fields = cells.length;
  const bare = (columns.length !== 3 || table.offsets.size === 0) && table.grid.rowsKnown && fields === columns.length;
  const learned = table.offsets.get(fields) ?? (bare ? 0 : -1);
  const offset = () => (columns.length === 1 ? 0 : learned < 0 ? undefined : learned);
  const values = bindValues(id, columns, cells, !labelApart && showsPlaces(row, table), offset);
  const end = Math.max(label.end, ...segment.values.map((v) => v.end));
  const own = values.reading === 'noValues' ? { ...values, cells: blankAfter(label, columns, table) } : values;
  return { id, label: labelText(label), expected: columns, span: { start: label.start, end }, ...own };
}

/** The row without its values: which cells they are is not certain. */
export function unreadProactiveRow({ segment, label }: NamedRow, columns: readonly ColumnId[]): Row {
  const id = label.match.id;
  const unbound = segment.values.filter((v) => !isBlank(v)).map((v) => cellOfToken(v, id, ''));
  const span = { start: label.start, end: label.end };
  return { id, label: labelText(label), expected: columns, span, reading: 'missingValues', cells: {}, unbound };
}

/**
 * The one value of a row that has none: in a layout that shows empty cells, its blank place is right after the label, behind the cell
 * border if there is one.
 */
export function blankAfter(
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
