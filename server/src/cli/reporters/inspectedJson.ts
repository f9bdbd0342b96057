import type { Cell, Table } from '../../report/report';
import type { RangeOf } from '../ranges';
import { reportJson } from './reportJson';
import type { InspectedReport } from './reporter';

/** What was read from one report, as `inspect` prints it in JSON; the names are a contract that other programs rely on. */
export function inspectedJson(inspected: InspectedReport) {
  const { report, rangeOf } = inspected;
  return {
    ...reportJson(inspected),
    sections: report.sections.map(({ id, heading, span }) => ({ id, title: heading?.text ?? null, range: rangeOf(span) })),
    tables: Object.fromEntries(Object.entries(report.tables).map(([id, table]) => [id, tableJson(table, rangeOf)])),
  };
}

function tableJson(table: Table, rangeOf: RangeOf) {
  const rows: Record<string, Record<string, ReturnType<typeof cellJson>>> = {};
  for (const row of table.rows) {
    // A row that the text has twice is printed as first read; the rule `duplicate-row` names the second.
    rows[row.id] ??= Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, cellJson(cell, rangeOf)]));
  }
  return { layout: table.layout, range: rangeOf(table.span), status: table.status, coverage: table.coverage, rows };
}

function cellJson(cell: Cell, rangeOf: RangeOf) {
  return { value: cell.value, text: cell.text, range: rangeOf(cell.span) };
}
