import {
  firstFormYear,
  formColumn,
  formForYear,
  formRow,
  forms,
  type ColumnId,
  type FormId,
  type RowId,
  type TableId,
} from '../form/form';
import type { Report } from './report';

/** A row as messages name it: the form's label without its explanation in brackets. */
export function rowName(table: TableId, row: RowId, form: FormId = '2021'): string {
  const label = formRow(table, row, form)?.label ?? row;
  let name = rowNames.get(label);
  if (name === undefined) rowNames.set(label, (name = label.replace(/(?<=.{3,})（.*$/u, '')));
  return name;
}

/** By label: the few of the form, which most messages name. */
const rowNames = new Map<string, string>();

/** A column as messages name it: the form's label without its unit. */
/** A label without the number in front of it. */
export function withoutOrdinal(label: string): string {
  return label.replace(/^(?:（[一二三四五六七]）|\d\.|[一二三四]、)/u, '');
}

export function columnName(table: TableId, column: ColumnId, form: FormId = '2021'): string {
  return (formColumn(table, column, form)?.label ?? column).replace(/（.*$/u, '');
}

/** The form that a row belongs to: columns of the same id have other names in the other form. */
export function formOfRow(table: TableId, row: RowId): FormId {
  return forms['2021'].tables[table].rows.some((r) => r.id === row) ? '2021' : '2019';
}

/** The form that a report must follow: the one in force for its year. */
export function formInForce(report: Report): FormId {
  return formForYear(report.year);
}

/**
 * Whether no form was prescribed for the report: up to 2018 each organ wrote as it liked, and tables of its own stand at the end.
 * Such a table, taken for a report of its own, has no title and only headings that resemble the form's. Schools that report by the
 * school year follow rules of their own.
 */
export function isFreeForm(report: Report): boolean {
  const { year, title, tables, sections } = report;
  if (Object.keys(tables).length > 0) return false;
  if (isOfSchoolYear(report)) return true;
  if (year !== null) return year < firstFormYear;
  return title === null && sections.length > 0 && sections.every((section) => section.heading?.match === 'synonym');
}

/** Whether the report is a school's for a school year (高等学校信息公开办法, order 29 of the ministry of education). */
export function isOfSchoolYear({ title }: Report): boolean {
  return title !== null && /[学學]年/.test(title.text);
}

/** Numbers joined as a sum is written by hand, without the zeros; at most `limit` of them are spelled out. */
export function sumText(values: readonly number[], limit = 6): string {
  const terms = values.filter((value) => value !== 0);
  if (terms.length === 0) return '0';
  if (terms.length <= limit) return terms.join(' + ');
  return `${terms.slice(0, limit).join(' + ')} + …`;
}
