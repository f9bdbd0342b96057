import { equalWordings, formRow, forms, type FormId, type FormLabel, type RowId, type TableId } from '../../form/form';
import type { LabelText } from '../../report/report';
import { foldLabel } from '../../text/fold';

export type LabelPlace = 'rows' | 'columns' | 'groups';

/** The label of a form that a text was read as; undefined when that form has no such row, column or group. */
export function officialLabel(form: FormId, table: TableId, place: LabelPlace, id: string): FormLabel | undefined {
  return official[form][table][place].get(id)?.label;
}

interface OfficialWordings {
  readonly label: FormLabel;
  /** The label and those that stand equal to it, folded. */
  readonly own: ReadonlySet<string>;
}

const official = mapValues(forms, (form) =>
  mapValues(form.tables, ({ rows, columns, groups }) =>
    mapValues({ rows, columns, groups }, (labels: readonly FormLabel[]) => {
      const entry = (label: FormLabel): [string, OfficialWordings] => [
        label.id,
        { label, own: new Set(equalWordings(label).map(foldLabel)) },
      ];
      return new Map(labels.map(entry));
    }),
  ),
);

function mapValues<K extends string, A, B>(of: Readonly<Record<K, A>>, to: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(of).map(([key, value]) => [key, to(value)])) as Record<K, B>;
}

/** Whether a label belongs to the other form only: its row, column or group is not in force, or its wording is the other's. */
export function isSupersededLabel(inForce: FormId, table: TableId, place: LabelPlace, label: LabelText): boolean {
  const other: FormId = inForce === '2021' ? '2019' : '2021';
  const [own, others] = [official[inForce][table][place].get(label.id), official[other][table][place].get(label.id)];
  if (!own) return others !== undefined;
  // Most labels were read as this very wording, and need not be compared again.
  if (!others || (label.match === 'exact' && place !== 'columns' && label.forms.includes(inForce))) return false;
  const written = foldLabel(label.text);
  return !own.own.has(written) && others.own.has(written);
}

/** The block that a row stands in: its group in the form, or the rows that share the beginning of its id. */
export function blockOf(table: TableId, row: RowId): string {
  return formRow(table, row)?.group ?? row.split('.')[0]!;
}
