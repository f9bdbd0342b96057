import type { TableId } from '../form/form';
import { neededValue, relationsOfCell, type Relation, type RelationTerm } from '../report/relations';
import type { Cell, Report } from '../report/report';
import { columnName, rowName } from '../report/names';
import type { Fix, FixKind } from '../rules/rule';
import { localized } from '../text/localized';
import { setCellValue } from './cellEdits';

/** Sets the (七) total of a column to the sum of its outcomes, when the balance with that sum shows the total to be wrong. */
export function outcomeTotalFix(report: Report, relation: Relation): Fix | undefined {
  const total = relation.standsOn;
  const around = relationsOfCell(report, relation.table, total.row, total.column).filter((r) => r.key === relation.key);
  const sum = around.find((r) => r.rule === 'outcome-total' && r.status === 'violated');
  const balance = around.find((r) => r.rule === 'balance' && r.allRead);
  if (!sum || !balance || !total.cell) return undefined;
  const value = neededValue(sum, sum.standsOn);
  return value !== undefined && Number.isInteger(value) && value === neededValue(balance, balance.standsOn)
    ? setTotal(relation.table, total.cell, value, 'safe')
    : undefined;
}

/**
 * Sets a total to the sum of its parts, when every relation that it stands in then holds and no part is doubted by
 * another relation: the total alone explains what is broken.
 */
export function totalFix(report: Report, relation: Relation): Fix | undefined {
  const total = relation.standsOn;
  const value = neededValue(relation, total);
  if (relation.status !== 'violated' || !total.cell || value === undefined) return undefined;
  const others = (term: RelationTerm) =>
    relationsOfCell(report, relation.table, term.row, term.column).filter((r) => r !== relation);
  const explained = others(total).every((r) => r.status !== 'violated' || neededValue(r, termOf(r, total)) === value);
  const broken = others(total).some((r) => r.status === 'holds' && r.allRead);
  const parts = relation.terms.filter((term) => term !== total);
  const doubted = parts.some((part) => others(part).some((r) => r.status === 'violated'));
  return explained && !broken && !doubted ? setTotal(relation.table, total.cell, value, 'safe') : undefined;
}

/** Fills a blank cell from the relations in which it is the only blank: a total from its parts, another cell by difference. */
export function blankFix(report: Report, table: TableId, cell: Cell): Fix | undefined {
  const around = relationsOfCell(report, table, cell.row, cell.column).filter((r) => r.compare === 'equal');
  const needed = around
    .map((r) => ({ relation: r, value: neededValue(r, termOf(r, cell)) }))
    .filter((n) => n.value !== undefined);
  const value = needed[0]?.value;
  if (value === undefined || !Number.isInteger(value) || needed.some((n) => n.value !== value)) return undefined;
  // The balance finds (七) from 一, 二 and 四: that is a difference, not the sum of its parts.
  const isTotal = needed.some((n) => n.relation.rule !== 'balance' && sameCell(n.relation.standsOn, cell));
  return setTotal(table, cell, value, isTotal && cell.kind === 'blank' ? 'safe' : 'unsafe');
}

function setTotal(table: TableId, cell: Cell, value: number, kind: FixKind): Fix {
  const name = `${rowName(table, cell.row)}·${columnName(table, cell.column)}`;
  const title =
    cell.value === null
      ? localized(`在“${name}”填写 ${value}`, `Fill “${name}” with ${value}`)
      : localized(`将“${name}”改为 ${value}`, `Set “${name}” to ${value}`);
  return { title, kind, preferred: true, edits: [setCellValue(cell, value)] };
}

function termOf(relation: Relation, cell: { readonly row: string; readonly column: string }): RelationTerm {
  return relation.terms.find((term) => sameCell(term, cell))!;
}

function sameCell(a: { readonly row: string; readonly column: string }, b: { readonly row: string; readonly column: string }) {
  return a.row === b.row && a.column === b.column;
}
