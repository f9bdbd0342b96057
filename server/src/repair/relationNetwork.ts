import type { RowId } from '../form/form';
import type { Relation } from '../report/relations';
import type { Cell } from '../report/report';
import { changeCost, fillCost, type Network } from './network';

/** The relations of one table (or of one group of disputes) as a network, with the way back to the cells. */
export interface RelationNetwork {
  readonly network: Network;
  /** The cell that each edge stands for. */
  readonly cells: readonly Cell[];
  /** The relations of which every term is a count or blank; the others say nothing. */
  readonly relations: readonly Relation[];
  /** Blank totals: their value follows from the other cells, at no cost. */
  readonly blankTotals: readonly Cell[];
  /**
   * Cells that take any value from 0 up at no further cost: negative numbers, which must change, and blank totals whose own sum
   * dropped out (the sum of counts is a count; without it nothing keeps the total from being negative).
   */
  readonly loose: readonly Cell[];
}

/** Values above this are no counts of applications; sums of them would no longer be exact. */
const largestCount = 1e12;

/**
 * Builds the network. Give every relation a sign so that each cell enters one of its two relations with + and the other with −:
 * the row sums of received and carried-in applications, the outcome sums of the applicant columns and the balance of the total
 * column are turned round. The cells of the row that the outcomes add up to stand in three relations, but that row's own sum
 * follows from the sums of the other rows and of the columns, so it is not needed.
 *
 * A relation that drops out (a term was not read) leaves a slack behind. The slacks of row and outcome sums must still cancel
 * because the sum of the outcome total row holds; they meet in one node, and those of the balance side in another.
 *
 * A loose cell counts as 0, and takes whatever value fits when it is in `freed`.
 */
export function relationNetwork(relations: readonly Relation[], freed: ReadonlySet<Cell> = new Set()): RelationNetwork {
  const usable = usableRelations(relations);
  const outcomeSum = relations.find((r) => r.rule === 'outcome-total');
  const balance = relations.find((r) => r.rule === 'balance');
  const totalRow = outcomeSum?.standsOn.row;
  const intake = new Set(balance?.left.map((t) => t.row));
  const onBalanceSide = new Set(balance?.terms.map((t) => t.row));
  const totalColumn = relations.find((r) => r.rule === 'row-total')?.standsOn.column;

  const nodes = new NodeSets();
  const outcomeGround = nodes.add();
  const balanceGround = nodes.add();
  const groundOf = (row: RowId) => (onBalanceSide.has(row) ? balanceGround : outcomeGround);
  const ends = new Map<Cell, CellEnds>();
  const balanced = new Map<number, number>();
  let totalRowHolds = false;
  for (const relation of relations) {
    const drops = !usable.has(relation);
    if (relation.per === 'row' && relation.key === totalRow) {
      totalRowHolds ||= !drops;
      continue;
    }
    const ofTotals = relation.key === totalColumn;
    const sign =
      relation.per === 'row' ? (intake.has(relation.key) ? -1 : 1) : (relation.rule === 'balance') === ofTotals ? -1 : 1;
    const node = nodes.add();
    if (drops)
      nodes.join(
        node,
        relation.per === 'row' ? groundOf(relation.key) : relation.rule === 'balance' ? balanceGround : outcomeGround,
      );
    const difference = enter(ends, relation.cells.left, node, sign) + enter(ends, relation.cells.right, node, -sign);
    balanced.set(node, -difference);
  }
  if (totalRow !== undefined && !totalRowHolds) nodes.join(outcomeGround, balanceGround);
  tieToGrounds(ends, balanced, groundOf);
  return build(nodes, ends, balanced, {
    freed,
    relations: [...usable],
    totals: totalCells(relations),
    summed: totalCells([...usable]),
  });
}

/** Lets cells enter a relation's node with a sign; the sum of what they enter with. */
function enter(ends: Map<Cell, CellEnds>, cells: readonly (Cell | undefined)[], node: number, sign: number): number {
  let sum = 0;
  for (const cell of cells) {
    if (!cell) continue;
    let end = ends.get(cell);
    if (!end) ends.set(cell, (end = { head: -1, tail: -1 }));
    if (sign > 0) end.head = node;
    else end.tail = node;
    sum += sign * countOf(cell);
  }
  return sum;
}

interface CellEnds {
  head: number;
  tail: number;
}

/** The value a cell enters the sums with. */
function countOf(cell: Cell): number {
  const value = cell.value;
  return value !== null && isCount(value) && value > 0 ? value : 0;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= largestCount;
}

function usableRelations(relations: readonly Relation[]): Set<Relation> {
  return new Set(relations.filter(({ cells }) => cells.left.every(isUsable) && cells.right.every(isUsable)));
}

function isUsable(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value === null ? cell.kind !== 'unreadable' : isCount(cell.value));
}

function totalCells(relations: readonly Relation[]): ReadonlySet<Cell | undefined> {
  return new Set(relations.filter((r) => r.rule !== 'balance').map((r) => r.marked));
}

/** What is known of the cells besides their relations. */
interface CellFacts {
  readonly freed: ReadonlySet<Cell>;
  readonly relations: readonly Relation[];
  /** The cells that are sums of others, and those of them whose sum is usable. */
  readonly totals: ReadonlySet<Cell | undefined>;
  readonly summed: ReadonlySet<Cell | undefined>;
}

/** A cell with one relation only takes from a ground, or gives to it, so that all needs still add up to 0. */
function tieToGrounds(ends: ReadonlyMap<Cell, CellEnds>, missing: Map<number, number>, groundOf: (row: RowId) => number): void {
  for (const [cell, end] of ends) {
    if (end.head >= 0 && end.tail >= 0) continue;
    const ground = groundOf(cell.row);
    missing.set(ground, (missing.get(ground) ?? 0) + (end.head < 0 ? -countOf(cell) : countOf(cell)));
    if (end.head < 0) end.head = ground;
    else end.tail = ground;
  }
}

interface SortedCells {
  /** The cells that a repair may change. */
  readonly open: [Cell, CellEnds][];
  readonly blankTotals: Cell[];
  readonly loose: Cell[];
}

/** Sets aside blank totals and values that are no counts; the relations of those that take whatever fits are joined into one. */
function sortCells(nodes: NodeSets, ends: ReadonlyMap<Cell, CellEnds>, { freed, totals, summed }: CellFacts): SortedCells {
  const sorted: SortedCells = { open: [], blankTotals: [], loose: [] };
  for (const [cell, end] of ends) {
    if (cell.value === null) {
      if (cell.kind === 'unreadable') continue;
      if (totals.has(cell)) {
        sorted.blankTotals.push(cell);
        if (!summed.has(cell)) sorted.loose.push(cell);
        if (summed.has(cell) || freed.has(cell)) nodes.join(end.head, end.tail);
        continue;
      }
    } else if (!isCount(cell.value)) {
      continue;
    } else if (cell.value < 0) {
      sorted.loose.push(cell);
      if (freed.has(cell)) nodes.join(end.head, end.tail);
      continue;
    }
    sorted.open.push([cell, end]);
  }
  return sorted;
}

function build(
  nodes: NodeSets,
  ends: ReadonlyMap<Cell, CellEnds>,
  missing: ReadonlyMap<number, number>,
  facts: CellFacts,
): RelationNetwork {
  const { open, blankTotals, loose } = sortCells(nodes, ends, facts);
  const index = nodes.numbered();
  const need = new Array<number>(index.count).fill(0);
  for (const [node, amount] of missing) need[index.of(node)]! += amount;
  const network = {
    nodeCount: index.count,
    tail: [] as number[],
    head: [] as number[],
    value: [] as number[],
    cost: [] as number[],
    need,
  };
  const cells: Cell[] = [];
  for (const [cell, end] of open) {
    const head = index.of(end.head);
    const tail = index.of(end.tail);
    // A cell none of whose relations is left, or only joined ones, cannot repair anything.
    if (head === tail) continue;
    network.head.push(head);
    network.tail.push(tail);
    network.value.push(countOf(cell));
    network.cost.push(cell.value === null ? fillCost : changeCost);
    cells.push(cell);
  }
  const { relations } = facts;
  return { network, cells, relations, blankTotals, loose: loose.filter((c) => inSome(relations, c)) };
}

function inSome(relations: readonly Relation[], cell: Cell): boolean {
  return relations.some((r) => r.cells.left.includes(cell) || r.cells.right.includes(cell));
}

/** Nodes that can be joined into one. */
class NodeSets {
  private readonly parent: number[] = [];

  add(): number {
    return this.parent.push(this.parent.length) - 1;
  }

  join(a: number, b: number): void {
    this.parent[this.root(a)] = this.root(b);
  }

  numbered(): { count: number; of(node: number): number } {
    const numbers = new Array<number>(this.parent.length).fill(-1);
    let count = 0;
    for (let n = 0; n < this.parent.length; n++) if (this.parent[n] === n) numbers[n] = count++;
    return { count, of: (node) => numbers[this.root(node)]! };
  }

  private root(node: number): number {
    let at = node;
    while (this.parent[at] !== at) at = this.parent[at]!;
    return at;
  }
}
