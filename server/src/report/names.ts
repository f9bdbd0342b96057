import { formColumn, formRow, forms, type ColumnId, type FormId, type RowId, type TableId } from '../form/form';

/** A row as messages name it: the form's label without its explanation in brackets. */
export function rowName(table: TableId, row: RowId, form: FormId = '2021'): string {
  const label = formRow(table, row, form)?.label ?? row;
  let name = rowNames.get(label);
  if (name === undefined) rowNames.set(label, (name = label.replace(/(?<=.{3,})（.*$/u, '')));
  return name;
}

/** By label: the few of the form, which most messages name. */
const rowNames = new Map<string, string>();

/** A label without the number in front of it. */
export function withoutOrdinal(label: string): string {
  return label.replace(/^(?:（[一二三四五六七]）|\d\.|[一二三四]、)/u, '');
}

/** A column as messages name it: the form's label without its unit. */
export function columnName(table: TableId, column: ColumnId, form: FormId = '2021'): string {
  return (formColumn(table, column, form)?.label ?? column).replace(/（.*$/u, '');
}

/** The form that a row belongs to: columns of the same id have other names in the other form. */
export function formOfRow(table: TableId, row: RowId): FormId {
  return forms['2021'].tables[table].rows.some((r) => r.id === row) ? '2021' : '2019';
}

/** Numbers joined as a sum is written by hand, without the zeros; only the first few are spelled out. */
export function sumText(values: readonly number[]): string {
  const terms = values.filter((value) => value !== 0);
  if (terms.length === 0) return '0';
  if (terms.length <= mostTerms) return terms.join(' + ');
  return `${terms.slice(0, mostTerms).join(' + ')} + …`;
}

const mostTerms = 6;
