import type { Adjacency, Network } from './network';
import type { WorkLimit } from './workLimit';

const unreachable = 1 << 28;

/**
 * Lower bounds for collecting the needs of any set of terminals at any node, `bounds[set * nodeCount + node]`: the tree that
 * Dreyfus & Wagner's recursion finds (The Steiner problem in graphs, Networks 1, 1971), each edge limited by the value of its
 * cell. It is a bound and no more, because the recursion may use a cell twice. Needed where blanks are nearly free to fill:
 * counting edges says little there.
 */
export function collectingBounds(
  network: Network,
  adjacency: Adjacency,
  terminals: readonly number[],
  sums: Float64Array,
  work: WorkLimit,
): Int32Array {
  const { nodeCount, head, tail, value, cost } = network;
  const sets = 1 << terminals.length;
  const bounds = new Int32Array(sets * nodeCount).fill(unreachable);
  bounds.fill(0, 0, nodeCount);
  for (let set = 1; set < sets; set++) {
    const base = set * nodeCount;
    const first = set & -set;
    if (!work.spend(nodeCount >> 1)) break;
    for (let part = (set - 1) & set; part; part = (part - 1) & set) {
      if (!(part & first)) continue;
      const a = part * nodeCount;
      const b = (set ^ part) * nodeCount;
      if (!work.spend(3)) break;
      for (let n = 0; n < nodeCount; n++) {
        const both = bounds[a + n]! + bounds[b + n]!;
        if (both < bounds[base + n]!) bounds[base + n] = both;
      }
    }
    const sum = sums[set]!;
    if (sum === 0) continue;
    // What stands at each node of the set before it moves on: the rest of the set collected there.
    const standing = bounds.slice(base, base + nodeCount);
    terminals.forEach((node, t) => {
      if (set & (1 << t)) standing[node] = Math.min(standing[node]!, bounds[(set ^ (1 << t)) * nodeCount + node]!);
    });
    const queue: number[] = [];
    for (let n = 0; n < nodeCount; n++) if (standing[n]! < unreachable) queue.push(n);
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      const here = standing[node]!;
      for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
        const edge = adjacency.edges[i]!;
        const atHead = head[edge] === node;
        const to = atHead ? tail[edge]! : head[edge]!;
        const there = here + cost[edge]!;
        if (there >= standing[to]! || (atHead ? sum : -sum) < -value[edge]!) continue;
        standing[to] = there;
        queue.push(to);
      }
      if (!work.spend(1)) return bounds;
    }
    for (let n = 0; n < nodeCount; n++) bounds[base + n] = Math.min(bounds[base + n]!, standing[n]!);
  }
  return bounds;
}
