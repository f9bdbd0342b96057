import { forms, tableIds } from '../../form/form';

/** The rules that report the equations printed in the form, each on one row or column. */
export const relationRules: ReadonlySet<string> = new Set(
  Object.values(forms).flatMap(({ tables }) =>
    tableIds.flatMap((table) => tables[table].relations.filter(({ compare }) => compare !== 'atLeast').map(({ rule }) => rule)),
  ),
);
