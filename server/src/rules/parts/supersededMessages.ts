import { formRow, forms, type FormId, type RowId } from '../../form/form';
import { localized, type Localized } from '../../text/localized';

/** Says that a part of a table belongs to the other form; `zh` and `en` name the part. */
export function notInForce(form: FormId, zh: string, en: string): Localized {
  const years = form === '2021' ? '2021 年度起' : '2019、2020 年度';
  return localized(
    `${zh}不属于 ${years}使用的表式（${forms[form].source}）。新旧表式的数含义不同，不能只改名称，请按规定表式重新填报。`,
    `${en} does not belong to the form for ${form === '2021' ? '2021 and later' : '2019 and 2020'} (${forms[form].source}). The numbers mean something else, so do not just rename it; fill in the form in force.`,
  );
}

/** Says that a row of both forms has the other form's name. */
export function formerName(form: FormId, name: string, row: RowId): Localized {
  const label = formRow('proactive', row, form)?.label ?? row;
  return localized(
    `“${name}”是旧表式的行名，现行表式（${forms[form].source}）为“${label}”。请按现行表式填报。`,
    `“${name}” is the row's name in the former form; the form in force (${forms[form].source}) says “${label}”. Use that form.`,
  );
}
