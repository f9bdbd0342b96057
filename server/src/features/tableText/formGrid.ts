import { columnsOfRow, forms, type ColumnId, type FormId, type FormTable, type RowId, type TableId } from '../../form/form';

/** The words and values to put into the form's grid; rows for which `has` is false are left out. */
export interface GridSource {
  has(row: RowId): boolean;
  label(row: RowId): string;
  group(id: string): string;
  column(id: ColumnId): string;
  readonly note: string;
  value(row: RowId, column: ColumnId): string;
}

/** A table as the form prints it: one entry per printed column, empty where a merged cell continues. */
export function formGrid(form: FormId, table: TableId, source: GridSource): string[][] {
  const rows = gridRows[table](form, forms[form].tables[table], source);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** The form's own words and no values: what is not known is left blank, never 0. */
export function blankSource(form: FormId, table: TableId): GridSource {
  const { rows, columns, groups, note } = forms[form].tables[table];
  const labelIn = (list: readonly { readonly id: string; readonly label: string }[], id: string) =>
    list.find((item) => item.id === id)?.label ?? '';
  return {
    has: () => true,
    label: (row) => labelIn(rows, row),
    group: (id) => labelIn(groups, id),
    column: (id) => labelIn(columns, id),
    note: note ?? '',
    value: () => '',
  };
}

type GridRows = (form: FormId, table: FormTable, source: GridSource) => string[][];

const gridRows: Readonly<Record<TableId, GridRows>> = {
  proactive: (form, table, source) =>
    table.groups.flatMap((group) => {
      const members = table.rows.filter((row) => row.group === group.id && source.has(row.id));
      if (members.length === 0) return [];
      const columns = columnsOfRow('proactive', members[0]!.id, form);
      return [
        [source.group(group.id)],
        [table.headings[0]!, ...columns.map((id) => source.column(id))],
        ...members.map((row) => [source.label(row.id), ...columns.map((id) => source.value(row.id, id))]),
      ];
    }),

  applications: (_form, table, source) => {
    const [applicants = '', organisations = ''] = table.headings;
    const inner = table.columns.slice(1, -1);
    const outcomes = new Set(
      table.relations.filter((r) => r.per === 'column').flatMap((r) => (r.left.length > 2 ? [...r.left, ...r.right] : [])),
    );
    const begun = new Set<string>();
    const once = (group: string) => (begun.has(group) ? '' : (begun.add(group), source.group(group)));
    const heads = (row: RowId): string[] => {
      if (!outcomes.has(row)) return [source.label(row), '', ''];
      const outer = once(table.groups[0]!.id);
      const group = row.includes('.') ? row.slice(0, row.indexOf('.')) : undefined;
      return group ? [outer, once(group), source.label(row)] : [outer, source.label(row), ''];
    };
    return [
      [source.note, '', '', applicants],
      [
        '',
        '',
        '',
        source.column(table.columns[0]!.id),
        organisations,
        ...inner.slice(1).map(() => ''),
        source.column(table.columns.at(-1)!.id),
      ],
      ['', '', '', '', ...inner.map((column) => source.column(column.id))],
      ...table.rows
        .filter((row) => source.has(row.id))
        .map((row) => [...heads(row.id), ...table.columns.map((column) => source.value(row.id, column.id))]),
    ];
  },

  disputes: (_form, table, source) => {
    const [review, ...lawsuits] = table.rows;
    const columns = table.columns.map((column) => source.column(column.id));
    const gap = columns.slice(1).map(() => '');
    return [
      [source.label(review!.id), ...gap, table.headings[0]!],
      [...columns.map(() => ''), ...lawsuits.flatMap((row) => [source.label(row.id), ...gap])],
      table.rows.flatMap(() => columns),
      table.rows.flatMap((row) => table.columns.map((column) => source.value(row.id, column.id))),
    ];
  },
};
