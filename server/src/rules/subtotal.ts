import { forms } from '../form/form';
import type { Cell, ExtraRow, Row, Table } from '../report/report';
import { fold } from '../text/fold';
import { localized } from '../text/localized';
import { readTables, relatedCell } from './parts/cellFindings';
import { columnName, sumText } from '../report/names';
import type { FindingDraft, Rule } from './rule';

export const subtotal: Rule = {
  id: 'subtotal',
  group: 'arithmetic',
  severity: 'error',
  reads: ['applications'],
  summary: localized('自行增加的小计等于其各部分之和', 'A subtotal that the report adds equals its parts'),
  *check(report) {
    for (const table of readTables(report)) {
      if (table.id !== 'applications') continue;
      for (const extra of table.extraRows) yield* inExtraRow(table, extra);
    }
  },
};

function* inExtraRow(table: Table, extra: ExtraRow): Iterable<FindingDraft> {
  const columns = forms['2021'].tables[table.id].columns;
  const parts = partsOf(table, extra);
  if (parts.length === 0 || extra.cells.length !== columns.length) return;
  for (const [i, column] of columns.entries()) {
    const total = extra.cells[i]!;
    const cells = parts.map((row) => row.cells[column.id]).filter((cell): cell is Cell => cell !== undefined);
    if (total.value === null || cells.length !== parts.length || cells.some((cell) => cell.value === null)) continue;
    const values = cells.map((cell) => cell.value!);
    const sum = values.reduce((a, b) => a + b, 0);
    if (sum === total.value) continue;
    const name = columnName(table.id, column.id);
    yield {
      span: total.span,
      table: table.id,
      column: column.id,
      actual: total.value,
      expected: sum,
      message: localized(
        `“${extra.label}”${name}列为 ${total.value}，所属各行相加为 ${sum}（${sumText(values)}）。请核对小计或各行；表式没有小计行，也可以删去。`,
        `“${extra.label}”, column “${name}”: ${total.value}, but its rows add up to ${sum} (${sumText(values)}). Check the subtotal or the rows; the form has no subtotal rows.`,
      ),
      related: cells.filter((cell) => cell.value !== 0).map((cell) => relatedCell(table.id, cell)),
    };
  }
}

/** The rows that a subtotal row sums: those of the group it names, or of the group that it closes. */
function partsOf(table: Table, extra: ExtraRow): Row[] {
  const label = fold(extra.label);
  const isSubtotal = /小计|合计|共计/u.test(label);
  const groups = forms['2021'].tables[table.id].groups.filter((group) => group.id !== 'outcomes');
  const named = groups.find((group) => label.includes(fold(group.label).replace(/^\(.\)/u, '')));
  if (named) return rowsOf(table, named.id);
  const before = table.rows.filter((row) => row.span.start < extra.span.start).at(-1);
  const group = before?.id.includes('.') ? before.id.split('.')[0]! : undefined;
  return isSubtotal && group !== undefined ? rowsOf(table, group) : [];
}

/**
 * The rows of a group, where all of them were read. Where one is missing, the row beside the group's label may be that one with
 * its own label lost, and no subtotal.
 */
function rowsOf(table: Table, group: string): Row[] {
  const ids = forms['2021'].tables[table.id].rows.map((row) => row.id).filter((id) => id.startsWith(`${group}.`));
  const rows = ids.flatMap((id) => table.rows.filter((row) => row.id === id && row.reading === 'complete'));
  return rows.length === ids.length ? rows : [];
}
