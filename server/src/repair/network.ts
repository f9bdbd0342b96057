/**
 * The relations of a table as a network. Every cell stands in exactly two relations, once with + and once with − (see
 * `relationNetwork.ts`), so a cell is an edge between two nodes and a change of the cell is an amount that flows along it:
 * raising edge e by δ takes δ from the need of `head[e]` and gives it to `tail[e]`. A repair is a flow that meets every need.
 */
export interface Network {
  readonly nodeCount: number;
  readonly tail: readonly number[];
  readonly head: readonly number[];
  /** The value written in the cell: a change may not make it negative. */
  readonly value: readonly number[];
  /** What changing the cell costs: `changeCost`, or `fillCost` where the cell is blank. */
  readonly cost: readonly number[];
  /** What is still missing at each node; 0 where the relation holds. The needs of connected nodes add up to 0. */
  readonly need: readonly number[];
}

/** A changed cell outweighs any number of filled blanks, so that blanks are filled only when that saves a change. */
export const changeCost = 1024;
export const fillCost = 1;

/** The change of one edge. */
export interface Flow {
  readonly edge: number;
  readonly by: number;
}

/** Edges by node: the edges at node n are `edges[start[n]]` up to `edges[start[n + 1] - 1]`. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

/** The edges at each node: those of node n are `edges[start[n]]` up to, not including, `edges[start[n + 1]]`. */
export function adjacencyOf(network: Network): Adjacency {
  const start = new Int32Array(network.nodeCount + 1);
  const { tail, head } = network;
  for (let e = 0; e < tail.length; e++) {
    start[tail[e]! + 1]!++;
    start[head[e]! + 1]!++;
  }
  for (let n = 0; n < network.nodeCount; n++) start[n + 1]! += start[n]!;
  const at = start.slice();
  const edges = new Int32Array(tail.length * 2);
  for (let e = 0; e < tail.length; e++) {
    edges[at[tail[e]!]!++] = e;
    edges[at[head[e]!]!++] = e;
  }
  return { start, edges };
}
