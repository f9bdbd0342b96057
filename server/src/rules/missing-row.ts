import { forms, type FormId, type FormRow, type RowId } from '../form/form';
import { formInForce } from '../report/formInForce';
import { rowName } from '../report/names';
import type { Report, Table } from '../report/report';
import { localized } from '../text/localized';
import type { Span } from '../text/span';
import { readTables } from './parts/cellFindings';
import { cutOff, endsTooSoon } from './parts/cutOff';
import { labelsAround, RowTraces, type RowTrace } from './parts/rowTraces';
import type { FindingDraft, Rule } from './rule';

export const missingRow: Rule = {
  id: 'missing-row',
  group: 'completeness',
  severity: 'warning',
  reads: ['prose'],
  summary: localized('表式规定的每一行都应当有', 'Every row of the form is present'),
  *check(report) {
    for (const table of readTables(report)) {
      const present = new Set(table.rows.map((row) => row.id));
      const expected = expectedRows(report, table);
      const isSaid = cutOff(report)?.section?.id === table.id;
      const isCut = isSaid || endsTooSoon(report, table);
      const end = isCut ? expected.findLastIndex((row) => present.has(row.id)) + 1 : expected.length;
      let traces: RowTraces | undefined;
      if (end < expected.length && !isSaid) yield cutFinding(table, expected[end - 1], expected.slice(end));
      for (const [i, row] of expected.slice(0, end).entries()) {
        if (present.has(row.id)) continue;
        const name = rowName(table.id, row.id, formOf(report, table));
        traces ??= new RowTraces(report, table, expected);
        yield {
          span: place(table, expected, i),
          table: table.id,
          row: row.id,
          ...said(name, traces.of(i)),
        };
      }
    }
  },
};

function said(name: string, trace: RowTrace | undefined): Pick<FindingDraft, 'message' | 'severity'> {
  return trace === 'words' ? unread(name) : trace === 'garbled' ? garbled(name) : missing(name);
}

function missing(name: string): Pick<FindingDraft, 'message'> {
  return {
    message: localized(
      `缺少“${name}”一行。请按表式补上这一行，没有的填 0。`,
      `The row “${name}” is missing. Add it as in the form, with 0 for none.`,
    ),
  };
}

function unread(name: string): Pick<FindingDraft, 'message' | 'severity'> {
  return {
    severity: 'hint',
    message: localized(
      `“${name}”一行没有读出来：表里有这几个字，但不能确定哪些数是它的，多半在复制或提取时打乱，或者没有填数。请核对。`,
      `The row “${name}” could not be read: its words are there, but not certainly its numbers; copying may have mixed them up, or there are none. Check it.`,
    ),
  };
}

function garbled(name: string): Pick<FindingDraft, 'message' | 'severity'> {
  return {
    severity: 'hint',
    message: localized(
      `“${name}”一行没有读出来：它应在的地方有乱码，多半在提取时损坏。请换用完好的文本。`,
      `The row “${name}” could not be read: characters are garbled where it should be, probably by extraction. Use a sound text.`,
    ),
  };
}

/** One finding for all rows behind the place where the text ends. */
function cutFinding(table: Table, last: FormRow | undefined, lost: readonly FormRow[]): FindingDraft {
  const after = table.rows.findLast((row) => row.id === last?.id);
  const names = lost.map((row) => rowName(table.id, row.id)).join('、');
  return {
    span: after?.label.span ?? table.header[0]?.span ?? table.span,
    severity: 'hint',
    table: table.id,
    message: localized(
      `文字到这里就断了，后面没有“${names}”：多半在复制或提取时丢失。请把其余内容补全。`,
      `The text ends here, without “${names}”: the rest was probably lost in copying. Paste the rest.`,
    ),
  };
}

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
  const { before, after } = labelsAround(table, expected, at);
  return before ?? after ?? table.header[0]?.span ?? table.span;
}
