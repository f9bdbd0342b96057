import { CarryTrees, terminalLimit } from './carryTrees';
import { answerKey, Divisions } from './divisions';
import { changeCost, type Adjacency, type Flow, type Network } from './network';
import type { WorkLimit } from './workLimit';

/**
 * Answers whose changed cells contain a cycle. An amount can be moved along a cycle, in either direction, until a changed cell
 * has its old value back (then the answer was not a least one) or a cell would become negative. So in a least answer with a
 * cycle some cell can be taken to 0: every such cell is tried, and the rest of the answer is without that cycle.
 *
 * In a least answer no amount runs round in a circle for nothing, so no change exceeds the needs to be met: only cells up to
 * that size come into question. And few violated relations leave room for a cycle, because its cells share them.
 */
export function pinnedAnswers(
  network: Network,
  adjacency: Adjacency,
  limit: number,
  largest: number,
  work: WorkLimit,
): readonly (readonly Flow[])[] {
  const edges = Math.floor(limit / changeCost) + (limit % changeCost);
  const terminals = network.need.reduce((count, need) => count + (need !== 0 ? 1 : 0), 0);
  const answers = new Map<string, readonly Flow[]>();
  let fewest: readonly number[] | undefined;
  for (let cycles = 1; cycles < edges; cycles++) {
    // Optimistic first: the cheap test, with cycles of two cells allowed, rules out nearly every table.
    if (!roomFor(cycles, edges, terminals, cycles + 1)) break;
    fewest ??= fewestCells(network, adjacency);
    if (!roomFor(cycles, edges, terminals, fewest[cycles] ?? cycles + 3)) break;
    zero(network, adjacency, limit, work, cycles, 0, largest, [], answers);
    if (work.exhausted) break;
  }
  return [...answers.values()];
}

function roomFor(cycles: number, edges: number, terminals: number, fewest: number): boolean {
  return edges >= fewest && terminals <= edges - cycles + 1 + (edges - fewest);
}

/**
 * The fewest cells that contain so many independent cycles. Where every relation was read, no two cells join the same relations
 * and the relations fall into two kinds that only cells between the kinds join: a cycle has four cells or more. Relations joined
 * by a blank total or by a drop-out allow triangles or pairs.
 */
function fewestCells({ head, tail, nodeCount }: Network, { start, edges }: Adjacency): readonly number[] {
  const pairs = new Set<number>();
  for (let e = 0; e < head.length; e++) {
    const pair = Math.min(head[e]!, tail[e]!) * nodeCount + Math.max(head[e]!, tail[e]!);
    if (pairs.has(pair)) return [0, 2, 3, 4];
    pairs.add(pair);
  }
  const kind = new Int8Array(nodeCount);
  for (let first = 0; first < nodeCount; first++) {
    if (kind[first] !== 0) continue;
    kind[first] = 1;
    const queue = [first];
    for (const node of queue) {
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const edge = edges[i]!;
        const other = head[edge] === node ? tail[edge]! : head[edge]!;
        if (kind[other] === kind[node]) return [0, 3, 5, 6];
        if (kind[other] !== 0) continue;
        kind[other] = -kind[node]!;
        queue.push(other);
      }
    }
  }
  return [0, 4, 6, 8, 9];
}

function zero(
  network: Network,
  adjacency: Adjacency,
  limit: number,
  work: WorkLimit,
  cycles: number,
  from: number,
  largest: number,
  zeroed: readonly Flow[],
  answers: Map<string, readonly Flow[]>,
): void {
  const edgesLeft = Math.floor(limit / changeCost) + (limit % changeCost);
  if (cycles === 0) {
    // Every remaining change meets the needs of two relations at most.
    const count = network.need.reduce((n, need) => n + (need !== 0 ? 1 : 0), 0);
    work.spend(10);
    if (count === 0 || count > terminalLimit || count > 2 * edgesLeft) return;
    const banned = zeroed.map((f) => f.edge);
    const trees = new CarryTrees(network, work, banned, adjacency);
    work.spend(150 + trees.sums.length);
    // Counting cells is far cheaper than bounding costs, and rules out nearly everything.
    if (trees.hasBlanks && new Divisions(trees, work, (group) => trees.leastEdges(group)).least > edgesLeft) return;
    const divisions = new Divisions(trees, work);
    if (divisions.least > limit) return;
    for (const division of divisions.ofCost(limit)) {
      const parts = division.map((list) => list.map((t) => t.flows));
      for (const flows of combinations(parts)) {
        work.spend(40);
        const all = [...zeroed, ...flows];
        if (hasCycle(network, all)) answers.set(answerKey(all), all);
        if (answers.size >= 200 || work.exhausted) return;
      }
    }
    return;
  }
  const need = [...network.need];
  for (let edge = from; edge < network.value.length && !work.exhausted; edge++) {
    const value = network.value[edge]!;
    if (value <= 0 || value > largest || network.cost[edge] !== changeCost) continue;
    const head = network.head[edge]!;
    const tail = network.tail[edge]!;
    need[head]! += value;
    need[tail]! -= value;
    const all = [...zeroed, { edge, by: -value }];
    zero({ ...network, need }, adjacency, limit - changeCost, work, cycles - 1, edge + 1, largest, all, answers);
    need[head]! -= value;
    need[tail]! += value;
  }
}

/** True when the answer changes no cell twice and its cells contain a cycle: answers without one are found as trees. */
function hasCycle(network: Network, flows: readonly Flow[]): boolean {
  const parent = new Map<number, number>();
  const rootOf = (node: number): number => {
    const up = parent.get(node);
    return up === undefined ? node : rootOf(up);
  };
  let cycle = false;
  for (const { edge } of flows) {
    const a = rootOf(network.head[edge]!);
    const b = rootOf(network.tail[edge]!);
    if (a === b) cycle = true;
    else parent.set(a, b);
  }
  return cycle && new Set(flows.map((f) => f.edge)).size === flows.length;
}

function* combinations(parts: readonly (readonly (readonly Flow[])[])[], at = 0): Generator<readonly Flow[]> {
  if (at === parts.length) {
    yield [];
    return;
  }
  for (const flows of parts[at]!) for (const rest of combinations(parts, at + 1)) yield [...flows, ...rest];
}
