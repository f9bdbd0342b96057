import type { ReadCell, ReadRelation, ReadTable } from '../../../server/src/features/goujiReport';
import { blankSource, formGrid } from '../../../server/src/features/tableText/formGrid';
import { forms, type FormId } from '../../../server/src/form/form';
import { mergeCells } from './mergeCells';

/** A cell of the printed table: a heading or label of the form, or a value with its place in the text. */
export interface GridCell {
  readonly columns: number;
  readonly rows: number;
  readonly label?: string;
  readonly value?: ValueCell;
}

export interface ValueCell {
  readonly row: string;
  readonly column: string;
  /** Absent where the text has no such cell. */
  readonly read: ReadCell | undefined;
}

export interface PrintedTable {
  readonly rows: readonly PrintedRow[];
  /** Relations that run along columns, or along rows that the form prints side by side. */
  readonly footers: readonly PrintedFooter[];
}

export interface PrintedRow {
  readonly cells: readonly GridCell[];
  /** The relations along this row, for the margin. */
  readonly margin: readonly ReadRelation[];
}

export interface PrintedFooter {
  readonly rule: string;
  readonly labelColumns: number;
  readonly cells: readonly { readonly columns: number; readonly relation: ReadRelation | undefined }[];
}

/** The table as the official form prints it, with the report's own numbers in it. */
export function printTable(table: ReadTable): PrintedTable {
  const form = formOf(table);
  const byName = new Map(table.rows.flatMap((row) => row.cells.map((cell) => [keyOf(row.id, cell.column), cell] as const)));
  const known = new Set(table.rows.map((row) => row.id));
  const grid = formGrid(form, table.id, { ...blankSource(form, table.id), has: (row) => known.has(row), value: keyOf });
  const lines = mergeCells(grid, isKey);
  const alongRows = table.relations.filter((relation) => relation.per === 'row');
  const rows = lines.map((line): PrintedRow => {
    const cells = line.map(({ text, columns, rows: height }): GridCell => {
      if (!isKey(text)) return { columns, rows: height, label: text };
      const [row = '', column = ''] = text.slice(mark.length).split(separator);
      return { columns, rows: height, value: { row, column, read: byName.get(text) } };
    });
    const names = new Set(cells.flatMap((cell) => (cell.value ? [cell.value.row] : [])));
    return { cells, margin: names.size === 1 ? alongRows.filter((relation) => names.has(relation.key)) : [] };
  });
  const inMargin = new Set(rows.flatMap((row) => row.margin));
  return { rows, footers: footersOf(table, grid, inMargin) };
}

/** The form that has the most of the table's rows and columns: a table may follow another form than its year's. */
function formOf(table: ReadTable): FormId {
  const score = (id: FormId) => {
    const form = forms[id].tables[table.id];
    const rows = new Set(form.rows.map((row) => row.id));
    const columns = new Set(form.columns.map((column) => column.id));
    const cells = table.rows.flatMap((row) => row.cells.map((cell) => rows.has(row.id) && columns.has(cell.column)));
    return cells.filter(Boolean).length;
  };
  return score('2021') >= score('2019') ? '2021' : '2019';
}

function footersOf(table: ReadTable, grid: readonly (readonly string[])[], inMargin: ReadonlySet<ReadRelation>): PrintedFooter[] {
  const values = grid.findLast((line) => line.some(isKey)) ?? [];
  const labelColumns = values.findIndex(isKey);
  const places = values.slice(labelColumns).map((text) => text.slice(mark.length).split(separator));
  const rest = table.relations.filter((relation) => !inMargin.has(relation));
  return [...new Set(rest.map((relation) => relation.rule))].map((rule) => {
    const ofRule = rest.filter((relation) => relation.rule === rule);
    const cells = places.map(([row, column]) => ({
      columns: 1,
      relation: ofRule.find((relation) => relation.key === (relation.per === 'row' ? row : column)),
    }));
    return { rule, labelColumns, cells: joinSame(cells) };
  });
}

function joinSame(cells: readonly { columns: number; relation: ReadRelation | undefined }[]): PrintedFooter['cells'] {
  const joined: { columns: number; relation: ReadRelation | undefined }[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last?.relation && last.relation === cell.relation) last.columns++;
    else joined.push({ ...cell });
  }
  return joined;
}

/** Marks the places of values in the grid: no label of a form begins with it. */
const mark = '\u0000';
const separator = '\u0001';

function keyOf(row: string, column: string): string {
  return `${mark}${row}${separator}${column}`;
}

function isKey(text: string): boolean {
  return text.startsWith(mark);
}
