import type { TableId } from '../../form/form';
import type { RepairEdit } from '../../repair/repair';
import { setCellValue } from '../../fixes/cellEdits';
import { hasTerm, relationsOf, type Relation, type RelationTerm } from '../../report/relations';
import { cellOf, type Cell, type Report } from '../../report/report';
import type { Edit } from '../../rules/rule';
import { contains } from '../../text/span';
import { blamedCells, repairParts } from './repairText';
import { partAt, type View, type ViewPart } from '../view';
import type { PartEdits } from './workspaceEdit';

/** What can be done about the totals of a document, or of one of its tables. */
export interface TotalsPlan {
  /** The totals that are wrong beyond doubt, and blank ones whose parts are all there. */
  readonly sure: readonly PartEdits[];
  /** Sums that stay broken after that: another cell is to blame, or nothing can be proved. */
  readonly left: readonly LeftAlone[];
  /** Equally small explanations of what is left, the likeliest first; each changes cells other than totals too. */
  readonly explanations: readonly Explanation[];
  /** Every total computed anew from its parts, right or not. */
  readonly recomputed: readonly PartEdits[];
}

export interface LeftAlone {
  readonly part: ViewPart;
  readonly relation: Relation;
}

export interface Explanation {
  readonly part: ViewPart;
  readonly changes: readonly RepairEdit[];
  readonly edits: readonly Edit[];
}

/** Plans the totals of every table, or with an offset of the table there. */
export function planTotals(view: View, offset?: number): TotalsPlan {
  const plans = scopesOf(view, offset).map(({ part, tables }) => planPart(part, tables));
  return {
    sure: plans.map((p) => p.sure).filter((p) => p.edits.length > 0),
    left: plans.flatMap((p) => p.left),
    explanations: plans.flatMap((p) => p.explanations),
    recomputed: plans.map((p) => p.recomputed).filter((p) => p.edits.length > 0),
  };
}

/** The edits of a repair; cells that the text does not have are left out. */
function repairEdits(report: Report, changes: readonly RepairEdit[]): Edit[] {
  return changes.flatMap((change) => {
    const cell = cellOf(report, change.table, change.row, change.column);
    return cell ? [setCellValue(cell, change.value)] : [];
  });
}

function scopesOf(view: View, offset: number | undefined): { part: ViewPart; tables: readonly TableId[] }[] {
  const tablesOf = (part: ViewPart) => Object.keys(part.report.tables) as TableId[];
  if (offset === undefined) return view.parts.map((part) => ({ part, tables: tablesOf(part) }));
  const place = partAt(view, offset);
  if (!place) return [];
  const { part, at } = place;
  return [{ part, tables: tablesOf(part).filter((id) => contains(part.report.tables[id]!.span, at)) }];
}

function planPart(part: ViewPart, tables: readonly TableId[]) {
  const { report } = part;
  const relations = relationsOf(report).filter((r) => tables.includes(r.table));
  const sums = relations.filter(isSum);
  const isTotal = (change: Pick<RepairEdit, 'table' | 'row' | 'column'>) =>
    sums.some((r) => r.table === change.table && r.standsOn.row === change.row && r.standsOn.column === change.column);
  const values = new Map<Cell, number>();
  const set = (cell: Cell | undefined, value: number | undefined) => {
    if (cell && value !== undefined && cell.value !== value) values.set(cell, value);
  };
  const repairs = repairParts(part).filter((p) => tables.includes(p.table));
  for (const { table, row, column, expected } of blamedCells(part)) {
    if (table && row && column && isTotal({ table, row, column })) set(cellOf(report, table, row, column), expected);
  }
  for (const change of repairs.filter((p) => p.status === 'proved' && !p.unique).flatMap((p) => certainChanges(p.options))) {
    if (isTotal(change)) set(cellOf(report, change.table, change.row, change.column), change.value);
  }
  for (const { table, row, column, expected, fixes } of part.findings) {
    if (!table || !row || !column || !tables.includes(table) || !isTotal({ table, row, column })) continue;
    if (fixes.some((fix) => fix.kind === 'safe')) set(cellOf(report, table, row, column), expected);
  }
  for (const relation of sums) {
    const total = relation.marked;
    if (total?.kind === 'blank') set(total, sumOf(relation.left, values));
  }
  const left = relations.filter((r) => r.status === 'violated' && !holdsWith(r, values)).map((relation) => ({ part, relation }));
  // Each part of the repair is explained by itself; one whose sums all hold by now needs no explanation.
  const explanations = repairs
    .filter((p) => left.some(({ relation }) => p.options.some((option) => option.some((change) => hasTerm(relation, change)))))
    .flatMap((p) => p.options.map((changes) => ({ part, changes, edits: repairEdits(report, changes) })));
  return {
    sure: editsOf(part, values),
    left,
    explanations: explanations.filter((e) => e.edits.length > 0),
    recomputed: editsOf(part, recomputeAll(sums)),
  };
}

/** A relation whose right side is one cell that must equal the sum of the left side. */
export function isSum(relation: Relation): boolean {
  return relation.compare === 'equal' && relation.right.length === 1 && relation.right[0] === relation.standsOn;
}

/** The changes on which all answers agree. */
function certainChanges(answers: readonly (readonly RepairEdit[])[]): readonly RepairEdit[] {
  const [first = [], ...others] = answers;
  const isSame = (a: RepairEdit, b: RepairEdit) =>
    a.table === b.table && a.row === b.row && a.column === b.column && a.value === b.value;
  return first.filter((change) => others.every((answer) => answer.some((other) => isSame(change, other))));
}

/** Every total from its parts; totals of totals need another round until nothing changes. */
function recomputeAll(sums: readonly Relation[]): Map<Cell, number> {
  const values = new Map<Cell, number>();
  for (let round = 0; round < 4; round++) {
    let changed = false;
    for (const relation of sums) {
      const total = relation.marked;
      const value = sumOf(relation.left, values);
      if (!total || value === undefined || (values.get(total) ?? total.value) === value) continue;
      values.set(total, value);
      changed = true;
    }
    if (!changed) break;
  }
  return values;
}

function sumOf(terms: readonly RelationTerm[], values: ReadonlyMap<Cell, number>): number | undefined {
  let total = 0;
  for (const { cell } of terms) {
    const value = cell && (values.get(cell) ?? cell.value);
    if (value === undefined || value === null || !Number.isInteger(value)) return undefined;
    total += value;
  }
  return total;
}

function holdsWith(relation: Relation, values: ReadonlyMap<Cell, number>): boolean {
  const left = sumOf(relation.left, values);
  const right = sumOf(relation.right, values);
  if (left === undefined || right === undefined) return false;
  return relation.compare === 'atLeast' ? left >= right : left === right;
}

function editsOf(part: ViewPart, values: ReadonlyMap<Cell, number>): PartEdits {
  return { part, edits: [...values].map(([cell, value]) => setCellValue(cell, value)) };
}
