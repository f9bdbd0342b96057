import { adjacencyOf, changeCost, type Adjacency, type Flow, type Network } from './network';
import { collectingBounds } from './collectingBounds';
import type { WorkLimit } from './workLimit';

/** A tree of changed cells that meets the needs of a group of violated relations. */
export interface CarryTree {
  readonly flows: readonly Flow[];
  readonly cost: number;
}

/** The trees of one group: those up to a cost, and the least cost that a dearer one can have. */
export interface TreeList {
  readonly upTo: number;
  readonly trees: readonly CarryTree[];
  /** True when there are more trees than were listed. */
  readonly cut: boolean;
  readonly nextCost: number;
}

const listLimit = 600;

/**
 * Enumerates, for a group of violated relations whose needs add up to 0, every tree of cells that carries the needs away.
 *
 * On a tree the changes are forced: what one side of an edge needs must come over that edge. A tree is therefore built from the
 * root down, each step taking the group's relations that hang on the next edge; a step is rejected as soon as its change would
 * make a cell negative or the cheapest completion is above the cost asked for.
 */
export class CarryTrees {
  readonly terminals: readonly number[];
  /** The sum of needs of every set of terminals, sets as bit masks. */
  readonly sums: Float64Array;
  private readonly terminalAt: Int8Array;
  private readonly adjacency: Adjacency;
  private readonly neighbours: Int32Array;
  private bounds: Int32Array | null = null;
  private readonly blanks: boolean;
  private readonly lists = new Map<number, TreeList>();

  // The state of the enumeration in progress.
  private group = 0;
  private upTo = 0;
  private readonly used: Uint8Array;
  private readonly goalSets: number[] = [];
  private readonly goalNodes: number[] = [];
  private readonly edges: number[] = [];
  private readonly changes: number[] = [];
  private found: CarryTree[] = [];
  private cut = false;
  private nextCost = Infinity;

  constructor(
    private readonly network: Network,
    private readonly work: WorkLimit,
    private readonly banned: readonly number[] = [],
    adjacency?: Adjacency,
  ) {
    const { need, nodeCount } = network;
    this.adjacency = adjacency ?? adjacencyOf(network);
    this.terminalAt = new Int8Array(nodeCount).fill(-1);
    const terminals: number[] = [];
    for (let n = 0; n < nodeCount; n++) {
      if (need[n] !== 0) {
        this.terminalAt[n] = terminals.length;
        terminals.push(n);
      }
    }
    this.terminals = terminals;
    this.used = new Uint8Array(nodeCount);
    const count = terminals.length <= terminalLimit ? terminals.length : 0;
    this.sums = new Float64Array(1 << count);
    for (let t = 0; t < count; t++) {
      for (let mask = 1 << t, end = 2 << t; mask < end; mask++)
        this.sums[mask] = this.sums[mask ^ (1 << t)]! + need[terminals[t]!]!;
    }
    // Bit masks of the terminals next to each node.
    this.neighbours = new Int32Array(nodeCount);
    for (let t = 0; t < count; t++) {
      const node = terminals[t]!;
      for (let i = this.adjacency.start[node]!; i < this.adjacency.start[node + 1]!; i++) {
        this.neighbours[this.otherEnd(this.adjacency.edges[i]!, node)]! |= 1 << t;
      }
    }
    this.blanks = network.cost.some((c) => c < changeCost);
  }

  private otherEnd(edge: number, node: number): number {
    const head = this.network.head[edge]!;
    return head === node ? this.network.tail[edge]! : head;
  }

  /** No tree that collects the needs of `set` at `node` costs less. */
  private boundOf(set: number, node: number): number {
    return this.bounds ? this.bounds[set * this.network.nodeCount + node]! : bitCount(set) * changeCost;
  }

  /** True when filling blanks makes edges nearly free, so that counting them says little about the cost. */
  get hasBlanks(): boolean {
    return this.blanks;
  }

  /** No tree that meets the needs of a zero-sum group costs less. */
  leastCost(group: number): number {
    if (!this.blanks) return this.leastEdges(group) * changeCost;
    this.bounds ??= collectingBounds(this.network, this.adjacency, this.terminals, this.sums, this.work);
    return this.boundOf(group & (group - 1), this.terminals[31 - Math.clz32(group & -group)]!);
  }

  /** No tree that meets the needs of a zero-sum group has fewer cells. */
  leastEdges(group: number): number {
    // Relations that do not touch each other through a cell need at least one more relation between them.
    let reached = group & -group;
    for (let frontier = reached; frontier; ) {
      let next = 0;
      for (let rest = frontier; rest; rest &= rest - 1) next |= this.neighbours[this.terminals[31 - Math.clz32(rest & -rest)]!]!;
      frontier = next & group & ~reached;
      reached |= frontier;
    }
    return bitCount(group) - (reached === group ? 1 : 0);
  }

  /** Every tree for a group up to a cost. */
  upToCost(group: number, upTo: number): TreeList {
    const known = this.lists.get(group);
    if (known && known.upTo >= upTo) return known;
    const rootBit = group & -group;
    const root = this.terminals[31 - Math.clz32(rootBit)]!;
    this.group = group;
    this.upTo = upTo;
    this.found = [];
    this.cut = false;
    this.nextCost = Infinity;
    this.used[root] = 1;
    this.goalSets.push(group ^ rootBit);
    this.goalNodes.push(root);
    this.grow(0, this.boundOf(group ^ rootBit, root));
    this.goalSets.length = this.goalNodes.length = 0;
    this.used[root] = 0;
    const list = { upTo, trees: this.found, cut: this.cut, nextCost: this.nextCost };
    this.lists.set(group, list);
    return list;
  }

  /** Works off the last goal: the needs of a set of terminals must arrive at a node. `open` bounds all goals from below. */
  private grow(spent: number, open: number): void {
    if (this.goalSets.length === 0) {
      this.record(spent);
      return;
    }
    const set = this.goalSets.pop()!;
    const node = this.goalNodes.pop()!;
    const others = open - this.boundOf(set, node);
    const first = set & -set;
    const { start, edges } = this.adjacency;
    for (let i = start[node]!, end = start[node + 1]!; i < end && !this.cut; i++) {
      const edge = edges[i]!;
      const from = this.otherEnd(edge, node);
      if (this.used[from] || from === node) continue;
      const terminal = this.terminalAt[from]!;
      const bit = terminal >= 0 ? 1 << terminal : 0;
      const own = (bit & this.group) !== 0;
      if (own && !(bit & set)) continue;
      if (this.banned.length > 0 && this.banned.includes(edge)) continue;
      const cost = spent + this.network.cost[edge]!;
      if (!own) {
        // A relation in between is worth its cost only when something can come through it.
        const least = cost + (this.bounds ? 0 : bitCount(set) * changeCost) + (this.bounds ? 0 : others);
        if (least > this.upTo) {
          if (least < this.nextCost) this.nextCost = least;
          continue;
        }
      }
      // The part of the set that comes over this edge has its first terminal (so that every tree comes once) and this node.
      const must = own ? first | bit : first;
      const free = set & ~must;
      for (let extra = free; ; extra = (extra - 1) & free) {
        if (!this.work.spend(1)) break;
        this.tryBranch(edge, from, node, must | extra, own ? bit : 0, set, cost, others);
        if (extra === 0 || this.cut) break;
      }
    }
    this.goalSets.push(set);
    this.goalNodes.push(node);
  }

  private tryBranch(
    edge: number,
    from: number,
    node: number,
    part: number,
    own: number,
    set: number,
    cost: number,
    others: number,
  ): void {
    const sum = this.sums[part]!;
    if (sum === 0) return;
    const change = this.network.head[edge] === from ? sum : -sum;
    if (change < -this.network.value[edge]!) return;
    const rest = set ^ part;
    // What is left adds up to 0 by itself: then it is a group of its own that meets this one at the node, listed there.
    if (rest && this.sums[rest] === 0) return;
    const below = part ^ own;
    let open = others;
    if (rest) open += this.boundOf(rest, node);
    if (below) open += this.boundOf(below, from);
    if (cost + open > this.upTo) {
      if (cost + open < this.nextCost) this.nextCost = cost + open;
      return;
    }
    const depth = this.goalSets.length;
    if (rest) {
      this.goalSets.push(rest);
      this.goalNodes.push(node);
    }
    if (below) {
      this.goalSets.push(below);
      this.goalNodes.push(from);
    }
    this.used[from] = 1;
    this.edges.push(edge);
    this.changes.push(change);
    this.work.spend(3);
    if (!this.work.exhausted) this.grow(cost, open);
    this.edges.pop();
    this.changes.pop();
    this.used[from] = 0;
    this.goalSets.length = this.goalNodes.length = depth;
  }

  private record(cost: number): void {
    if (this.fallsApart()) return;
    if (this.found.length >= listLimit) {
      this.cut = true;
      return;
    }
    this.found.push({ flows: this.edges.map((edge, i) => ({ edge, by: this.changes[i]! })), cost });
  }

  /** True when the tree is two that meet at a node: its needs are then met by two smaller groups, which are listed apart. */
  private fallsApart(): boolean {
    if (this.edges.length < 3) return false;
    const { head, tail } = this.network;
    const arriving = new Map<number, number[]>();
    const add = (node: number, amount: number) => {
      const list = arriving.get(node);
      if (list) list.push(amount);
      else arriving.set(node, [amount]);
    };
    this.edges.forEach((edge, i) => {
      add(head[edge]!, this.changes[i]!);
      add(tail[edge]!, -this.changes[i]!);
    });
    for (const amounts of arriving.values()) {
      const all = (1 << amounts.length) - 1;
      for (let mask = 3; mask < all; mask++) {
        let sum = 0;
        for (let k = 0; k < amounts.length; k++) if (mask & (1 << k)) sum += amounts[k]!;
        if (sum === 0) return true;
      }
    }
    return false;
  }
}

/** More violated relations than this at once are left undecided. */
export const terminalLimit = 14;

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}
