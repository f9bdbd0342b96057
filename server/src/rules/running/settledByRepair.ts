import type { TableId } from '../../form/form';
import type { RepairEdit } from '../../repair/repair';
import type { Cell, Report, Row } from '../../report/report';
import { sayTheSame } from '../../prose/statements';
import { ruleById } from '../index';
import type { Finding, Rule } from '../rule';

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
  const tables = new Set([...certain.values()].map(({ table }) => table));
  const about = findings.filter(({ rule }) => comparesProse(ruleById(rule), tables));
  if (about.length === 0) return settled;
  const right = corrected(report, tables, certain);
  sayTheSame(right, report);
  for (const id of new Set(about.map((finding) => finding.rule))) {
    const left = [...ruleById(id)!.check(right, {})].map(({ span }) => span.start);
    for (const finding of about) if (finding.rule === id && !left.includes(finding.span.start)) settled.add(finding);
  }
  return settled;
}

function comparesProse(rule: Rule | undefined, tables: ReadonlySet<TableId>): boolean {
  return rule?.group === 'prose' && rule.reads.some((part) => tables.has(part as TableId));
}

/** The report as it would be read with the right numbers in their cells; its places stay those of the text. */
function corrected(report: Report, tables: Iterable<TableId>, certain: ReadonlyMap<Cell, RepairEdit>): Report {
  const cellOf = (cell: Cell): Cell => {
    const edit = certain.get(cell);
    return edit ? { ...cell, value: edit.value, units: edit.value } : cell;
  };
  const rowOf = (row: Row): Row => {
    const cells = Object.entries(row.cells);
    if (!cells.some(([, cell]) => certain.has(cell))) return row;
    return { ...row, cells: Object.fromEntries(cells.map(([column, cell]) => [column, cellOf(cell)])) };
  };
  const right = { ...report.tables };
  for (const id of tables) right[id] = { ...right[id]!, rows: right[id]!.rows.map(rowOf) };
  return { ...report, tables: right };
}
