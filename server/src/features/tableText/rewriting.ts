import { readReports } from '../../report/readReports';
import type { Report, Table } from '../../report/report';
import type { Edit } from '../../rules/rule';
import { localized, type Localized } from '../../text/localized';
import { applyEdits } from '../../fixes/applyEdits';
import { tablesOf } from '../parts/elementAt';
import { blankSource, formGrid, type GridSource } from './formGrid';
import { cellText, writeGrid, type WritableLayout } from './writeGrid';
import { KeptWith } from '../../text/remember';

/** The edit that writes a table in another layout, or the reason why it cannot be done without loss. */
export type Rewriting = { readonly edit: Edit } | { readonly reason: Localized };

const remembered = new KeptWith<Report, Map<string, Rewriting>>();

/** The table in another layout. What it holds is read back and compared: a rewriting that changes a number is never offered. */
export function rewritingOf(report: Report, table: Table, layout: WritableLayout): Rewriting {
  let known = remembered.get(report);
  if (!known) remembered.set(report, (known = new Map()));
  const name = `${table.id} ${layout}`;
  let rewriting = known.get(name);
  if (!rewriting) known.set(name, (rewriting = rewrite(report, table, layout)));
  return rewriting;
}

function rewrite(report: Report, table: Table, layout: WritableLayout): Rewriting {
  if (table.form === 'mixed') return { reason: localized('表中新旧表式混用', 'the table mixes the old and the new form') };
  if (table.layout === 'htmlTables') return { reason: localized('表格写成网页源代码', 'the table is written in HTML') };
  if (table.status === 'incomplete') return { reason: localized('表格残缺', 'the table is incomplete') };
  if (table.extraRows.length > 0)
    return { reason: localized('表中有表式之外的行', 'the table has rows that the form does not have') };
  if (table.rows.some((row) => row.unbound.length > 0)) {
    return {
      reason: localized(
        '有的行缺数或多数，无法确定各数属于哪一列',
        'some rows have too few or too many numbers for their columns',
      ),
    };
  }
  if (new Set(table.rows.map((row) => row.id)).size < table.rows.length) {
    return { reason: localized('有重复的行', 'a row occurs twice') };
  }
  const lineEnd = report.text.includes('\r\n') ? '\r\n' : '\n';
  const newText = writeGrid(formGrid(table.form, table.id, sourceOf(report, table)), layout).join(lineEnd);
  const old = report.text.slice(table.span.start, table.span.end);
  if (old === newText) return { reason: localized('表格已是这种写法', 'the table is written so already') };
  const edit = { span: table.span, newText };
  if (!keepsEverything(report, edit)) {
    return { reason: localized('改写后不能保证每个数都不变', 'not every number would be read the same afterwards') };
  }
  return { edit };
}

/** The words of the text where it has them, else the form's. */
function sourceOf(report: Report, table: Table): GridSource {
  const form = table.form === '2019' ? '2019' : '2021';
  const official = blankSource(form, table.id);
  const rows = new Map(table.rows.map((row) => [row.id, row]));
  const groups = new Map(table.groups.map((group) => [group.id, group.text]));
  const headers = new Map(table.header.map((header) => [header.column, header.text]));
  return {
    has: (row) => rows.has(row),
    label: (row) => cellText(rows.get(row)?.label.text ?? '') || official.label(row),
    group: (id) => cellText(groups.get(id) ?? official.group(id)),
    column: (id) => cellText(headers.get(id) ?? official.column(id)),
    note: table.note ? cellText(report.text.slice(table.note.start, table.note.end)) : '',
    value: (row, column) => cellText(rows.get(row)?.cells[column]?.text ?? ''),
  };
}

function keepsEverything(report: Report, edit: Edit): boolean {
  const parts = readReports(applyEdits(report.text, [edit]));
  const after = parts[0]?.report;
  if (parts.length !== 1 || !after) return false;
  const values = (r: Report) =>
    tablesOf(r).flatMap((t) =>
      t.rows.flatMap((row) => Object.values(row.cells).map((c) => `${t.id} ${row.id} ${c.column} ${c.value} ${c.units}`)),
    );
  const sections = (r: Report) => r.sections.map((s) => `${s.id} ${s.heading?.text}`);
  return isSame(values(report).sort(), values(after).sort()) && isSame(sections(report), sections(after));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
