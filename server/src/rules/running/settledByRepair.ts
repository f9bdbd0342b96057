import type { RepairEdit } from '../../repair/repair';
import type { Cell, Report, Row } from '../../report/report';
import { ruleById } from '../index';
import type { Finding } from '../rule';

/**
 * Findings about a sentence that agrees with the tables once the cells that are certainly wrong are corrected: the sentence is
 * right, and what is wrong is said at the cell.
 */
export function settledByRepair(
  report: Report,
  findings: readonly Finding[],
  certain: ReadonlyMap<Cell, RepairEdit>,
): ReadonlySet<Finding> {
  const settled = new Set<Finding>();
  const about = findings.filter((finding) => ruleById(finding.rule)?.group === 'prose');
  if (certain.size === 0 || about.length === 0) return settled;
  const right = corrected(report, certain);
  for (const id of new Set(about.map((finding) => finding.rule))) {
    const left = [...ruleById(id)!.check(right, {})].map(({ span }) => span.start);
    for (const finding of about) if (finding.rule === id && !left.includes(finding.span.start)) settled.add(finding);
  }
  return settled;
}

/** The report as it would be read with the right numbers in their cells; its places stay those of the text. */
function corrected(report: Report, certain: ReadonlyMap<Cell, RepairEdit>): Report {
  const cellOf = (cell: Cell): Cell => {
    const edit = certain.get(cell);
    return edit ? { ...cell, value: edit.value, units: edit.value } : cell;
  };
  const rowOf = (row: Row): Row => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, cellOf(cell)])),
  });
  const tables = Object.entries(report.tables).map(([id, table]) => [id, { ...table, rows: table.rows.map(rowOf) }]);
  return { ...report, tables: Object.fromEntries(tables) as Report['tables'] };
}
