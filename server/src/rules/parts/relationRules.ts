/** The rules that report the relations printed in the form, each on one row or column. */
export const relationRules: ReadonlySet<string> = new Set(['row-total', 'outcome-total', 'balance', 'case-total']);
