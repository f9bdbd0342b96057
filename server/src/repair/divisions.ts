import type { CarryTree, CarryTrees, TreeList } from './carryTrees';
import type { Flow } from './network';
import type { WorkLimit } from './workLimit';

/** One way to divide the terminals into groups, with each group's trees; a tree of each makes an answer. */
export type Division = readonly (readonly CarryTree[])[];

/** The divisions of all terminals into groups whose needs add up to 0. */
export class Divisions {
  /** No answer without cycles costs less. */
  readonly least: number;
  /** The next cost worth trying after `ofCost`. */
  nextCost = Infinity;
  /** True when a group had more trees than were listed. */
  cut = false;
  private readonly groups: number[] = [];
  private readonly groupCost: number[] = [];
  private readonly best: Map<number, number> = new Map([[0, 0]]);

  constructor(
    private readonly trees: CarryTrees,
    private readonly work: WorkLimit,
    leastOf: (group: number) => number = (group) => trees.leastCost(group),
  ) {
    const { groups, groupCost, best } = this;
    const { sums } = trees;
    for (let mask = 1; mask < sums.length; mask++) {
      if (sums[mask] !== 0) continue;
      const own = leastOf(mask);
      let least = own;
      const first = mask & -mask;
      for (let g = 0; g < groups.length; g++) {
        const group = groups[g]!;
        if (!(group & first) || (group & mask) !== group) continue;
        const total = groupCost[g]! + best.get(mask ^ group)!;
        if (total < least) least = total;
      }
      groups.push(mask);
      groupCost.push(own);
      best.set(mask, least);
      if (!work.spend(groups.length >> 2)) break;
    }
    work.spend(sums.length >> 3);
    this.least = best.get(sums.length - 1) ?? Infinity;
  }

  /** Every division whose trees cost exactly `limit` together. */
  ofCost(limit: number): Division[] {
    const all = this.trees.sums.length - 1;
    const found: Division[] = [];
    this.nextCost = Infinity;
    this.cut = false;
    const chosen: (readonly CarryTree[])[] = [];
    const divide = (mask: number, left: number) => {
      if (mask === 0) {
        if (left === 0) found.push([...chosen]);
        return;
      }
      const first = mask & -mask;
      for (let g = 0; g < this.groups.length && !this.work.exhausted; g++) {
        const group = this.groups[g]!;
        if (!(group & first) || (group & mask) !== group) continue;
        this.work.spend(1);
        const rest = this.best.get(mask ^ group)!;
        const over = this.groupCost[g]! + rest - left;
        if (over > 0) {
          this.nextCost = Math.min(this.nextCost, limit + over);
          continue;
        }
        const list = this.trees.upToCost(group, left - rest);
        this.noteNext(list, limit, left - rest);
        for (const [cost, trees] of byCost(list.trees)) {
          const beyond = cost + rest - left;
          if (beyond > 0) {
            this.nextCost = Math.min(this.nextCost, limit + beyond);
            continue;
          }
          chosen.push(trees);
          divide(mask ^ group, left - cost);
          chosen.pop();
        }
      }
    };
    divide(all, limit);
    return found;
  }

  private noteNext(list: TreeList, limit: number, asked: number): void {
    if (list.cut) this.cut = true;
    if (list.nextCost > asked) this.nextCost = Math.min(this.nextCost, limit + list.nextCost - asked);
  }
}

function byCost(trees: readonly CarryTree[]): Map<number, CarryTree[]> {
  const groups = new Map<number, CarryTree[]>();
  for (const tree of trees) {
    const list = groups.get(tree.cost);
    if (list) list.push(tree);
    else groups.set(tree.cost, [tree]);
  }
  return groups;
}

/** The same answer has the same key, whatever order its cells were found in. */
export function answerKey(flows: readonly Flow[]): string {
  return flows
    .map((f) => `${f.edge}:${f.by}`)
    .sort()
    .join();
}
