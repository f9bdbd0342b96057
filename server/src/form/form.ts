import type { Localized } from '../text/localized';
import form2019 from './form2019.json';
import form2021 from './form2021.json';
import { KeptWith } from '../text/remember';

export type FormId = '2021' | '2019';
export type SectionId = 'overview' | 'proactive' | 'applications' | 'disputes' | 'problems' | 'otherMatters';
export type TableId = 'proactive' | 'applications' | 'disputes';
/** Row and column ids are the ones of the form files, e.g. `denied.stateSecret` and `naturalPerson`. */
export type RowId = string;
export type ColumnId = string;

/**
 * A wording of the form. `label` is the official one, `accepted` stands equal to it, `aliases` are
 * recognised when reading but differ from the form (rule `label-wording`).
 */
export interface FormLabel {
  readonly id: string;
  readonly label: string;
  readonly accepted?: readonly string[];
  readonly aliases?: readonly string[];
}

/** The wordings of the form that stand equal, the official one first. */
export function equalWordings({ label, accepted = [] }: FormLabel): readonly string[] {
  return [label, ...accepted];
}

export interface FormRow extends FormLabel {
  readonly meaning: Localized;
  /** Columns of this row where the table's rows differ in them (proactive table); else all columns. */
  readonly columns?: readonly ColumnId[];
  readonly group?: string;
}

/**
 * A balance relation: the sum of the `left` cells equals (or is at least) the sum of the `right` cells, for each
 * row or each column. `rows` limits a relation per row to those rows. `standsOn` is the cell that a finding marks.
 */
export interface FormRelation {
  readonly rule: string;
  readonly per: 'row' | 'column';
  readonly rows?: readonly RowId[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly standsOn: string;
  readonly compare?: 'equal' | 'atLeast';
}

export interface FormTable {
  readonly section: SectionId;
  readonly title: Localized;
  readonly headings: readonly string[];
  readonly note?: string;
  readonly columns: readonly FormLabel[];
  readonly groups: readonly FormLabel[];
  readonly rows: readonly FormRow[];
  readonly relations: readonly FormRelation[];
}

export interface FormSection {
  readonly id: SectionId;
  /** Chinese ordinal, 一 to 六. */
  readonly number: string;
  readonly title: string;
  readonly accepted?: readonly string[];
  readonly synonyms: readonly string[];
  /** A pattern of still other titles, folded, that are the section's where they have its own number in Chinese. */
  readonly resembles?: string;
  readonly kind: 'prose' | 'table';
}

export interface Form {
  readonly id: FormId;
  /** The document that fixed the form. */
  readonly source: string;
  readonly years: { readonly from: number; readonly to?: number };
  readonly sections: readonly FormSection[];
  readonly tables: Readonly<Record<TableId, FormTable>>;
}

export const forms: Readonly<Record<FormId, Form>> = {
  '2021': form2021 as unknown as Form,
  '2019': form2019 as unknown as Form,
};

export const tableIds: readonly TableId[] = ['proactive', 'applications', 'disputes'];

/** The first year whose reports follow a form: 国办公开办函〔2019〕60号. */
export const firstFormYear = 2019;

/** The form in force for the reports of a year; those before the first form are read with the newest. */
export function formForYear(year: number | null): FormId {
  return year === 2019 || year === 2020 ? '2019' : '2021';
}

/** The row of a form's table, looked up in the other form too: a mixed table holds rows of both. */
export function formRow(table: TableId, row: RowId, form: FormId = '2021'): FormRow | undefined {
  return find(forms[form].tables[table].rows, row) ?? find(forms[form === '2021' ? '2019' : '2021'].tables[table].rows, row);
}

/** A column by its id, in the other form where this one does not have it. */
export function formColumn(table: TableId, column: ColumnId, form: FormId = '2021'): FormLabel | undefined {
  return (
    find(forms[form].tables[table].columns, column) ??
    find(forms[form === '2021' ? '2019' : '2021'].tables[table].columns, column)
  );
}

/** The columns that a row has of its own in the form, else all of the table's. */
export function columnsOfRow(table: TableId, row: RowId, form: FormId): readonly ColumnId[] {
  return formRow(table, row, form)?.columns ?? forms[form].tables[table].columns.map((c) => c.id);
}

function find<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  let index = indexes.get(list) as Map<string, T> | undefined;
  if (!index) indexes.set(list, (index = new Map(list.map((item) => [item.id, item]))));
  return index.get(id);
}

/** The lists of the forms by id: rows and columns are looked up for every cell that is named. */
const indexes = new KeptWith<readonly object[], Map<string, object>>();
