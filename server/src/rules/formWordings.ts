import { formRow, forms, type FormId, type FormLabel, type RowId, type TableId } from '../form/form';
import type { LabelText } from '../report/report';
import { foldLabel } from '../text/fold';

export type LabelPlace = 'rows' | 'columns' | 'groups';

/** The label of a form that a text was read as; undefined when that form has no such row, column or group. */
export function officialLabel(form: FormId, table: TableId, place: LabelPlace, id: string): FormLabel | undefined {
  const list: readonly FormLabel[] = forms[form].tables[table][place];
  return list.find((label) => label.id === id);
}

/** Whether a text is a form's own wording, not just one that is recognised. */
function isOwnWording(form: FormId, table: TableId, place: LabelPlace, label: LabelText): boolean {
  const official = officialLabel(form, table, place, label.id);
  if (!official) return false;
  const written = foldLabel(label.text);
  return [official.label, ...(official.accepted ?? [])].some((wording) => foldLabel(wording) === written);
}

/** Whether a label belongs to the other form only: its row, column or group is not in force, or its wording is the other's. */
export function isSupersededLabel(inForce: FormId, table: TableId, place: LabelPlace, label: LabelText): boolean {
  const other: FormId = inForce === '2021' ? '2019' : '2021';
  if (!officialLabel(inForce, table, place, label.id)) return officialLabel(other, table, place, label.id) !== undefined;
  return !isOwnWording(inForce, table, place, label) && isOwnWording(other, table, place, label);
}

/** The block that a row stands in: its group in the form, or the rows that share the beginning of its id. */
export function blockOf(table: TableId, row: RowId): string {
  return formRow(table, row)?.group ?? row.split('.')[0]!;
}
