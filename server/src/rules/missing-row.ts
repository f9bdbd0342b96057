import { forms, type FormId, type FormRow, type RowId } from '../form/form';
import type { Report, Table } from '../report/report';
import type { Span } from '../text/span';
import { localized } from '../text/localized';
import { readTables } from './parts/cellFindings';
import { formInForce, rowName } from '../report/names';
import type { Rule } from './rule';

export const missingRow: Rule = {
  id: 'missing-row',
  group: 'completeness',
  severity: 'warning',
  reads: [],
  summary: localized('表式规定的每一行都应当有', 'Every row of the form is present'),
  *check(report) {
    for (const table of readTables(report)) {
      const present = new Set(table.rows.map((row) => row.id));
      const expected = expectedRows(report, table);
      for (const [i, row] of expected.entries()) {
        if (present.has(row.id)) continue;
        const name = rowName(table.id, row.id, formOf(report, table));
        yield {
          span: place(table, expected, i),
          table: table.id,
          row: row.id,
          message: localized(
            `缺少“${name}”一行。请按表式补上这一行，没有的填 0。`,
            `The row “${name}” is missing. Add it as in the form, with 0 for none.`,
          ),
        };
      }
    }
  },
};

/** The rows of the form that a table follows; of a mixed table only what neither form can do without. */
function expectedRows(report: Report, table: Table): readonly FormRow[] {
  const own = forms[formOf(report, table)].tables[table.id].rows;
  if (table.form !== 'mixed') return own;
  const rowsOf = (form: FormId) => new Set<RowId>(forms[form].tables[table.id].rows.map((row) => row.id));
  const [current, former] = [rowsOf('2021'), rowsOf('2019')];
  return own.filter((row) => current.has(row.id) && former.has(row.id));
}

function formOf(report: Report, table: Table): FormId {
  return table.form === 'mixed' ? formInForce(report) : table.form;
}

/** Where a row is missing: the row before it in the form, else the one after it, else the table's first line. */
function place(table: Table, expected: readonly FormRow[], at: number): Span {
  const labels = new Map(table.rows.map((row) => [row.id, row.label.span]));
  const before = expected.slice(0, at).findLast((row) => labels.has(row.id));
  const after = expected.slice(at).find((row) => labels.has(row.id));
  return labels.get((before ?? after)?.id ?? '') ?? table.header[0]?.span ?? table.span;
}
