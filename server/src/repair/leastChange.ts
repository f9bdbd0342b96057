import { CarryTrees, terminalLimit } from './carryTrees';
import { answerKey, Divisions, type Division } from './divisions';
import { adjacencyOf, changeCost, type Flow, type Network } from './network';
import { pinnedAnswers } from './pinnedAnswers';
import { WorkLimit } from './workLimit';

/**
 * What the search found. `proved`: all equally cheap answers are listed; `cutShort`: there are more than listed; `undecided`: the
 * work limit was reached, nothing is claimed.
 */
export type LeastChangeStatus = 'proved' | 'cutShort' | 'undecided';

/** A group of cells that is wrong independently of the other groups, with its equally cheap explanations. */
export interface LeastChangePart {
  readonly options: readonly (readonly Flow[])[];
}

export interface LeastChange {
  readonly status: LeastChangeStatus;
  /** Least total cost, `changeCost` for a changed cell and `fillCost` for a filled blank; a lower bound when undecided. */
  readonly cost: number;
  /** One option of every part makes an answer. */
  readonly parts: readonly LeastChangePart[];
}

export interface SearchLimits {
  /** Answers that cost more are of no interest. */
  readonly costLimit?: number;
  /** Answers that it turns down do not count. */
  readonly accept?: (flows: readonly Flow[]) => boolean;
  /** No change exceeds this; by default all that is needed anywhere. */
  readonly largest?: number;
}

/** All that is needed at the nodes together: no change of a least answer is larger, because nothing runs in a circle. */
export function largestNeed(network: Network): number {
  return network.need.reduce((sum, need) => sum + Math.max(0, need), 0);
}

/** Steps of about 20 ns after which the search gives up. */
export const defaultWorkLimit = 400_000;

/** More answers than this are not written out when they do not fall into independent parts. */
const answerLimit = 1500;

/**
 * The least number of cells to change so that every relation holds, and all the ways to do it. This is the error localisation
 * of Fellegi & Holt (A systematic approach to automatic edit and imputation, Journal of the American Statistical
 * Association 71, 1976; de Waal, Pannekoek & Scholtus, Handbook of Statistical Data Editing and Imputation, 2011), solved
 * exactly for tables whose relations form a network.
 *
 * Violated relations are terminals with a need. The changed cells of an answer form trees, each over a group of terminals whose
 * needs add up to 0 (or contain a cell that becomes 0, see `pinnedAnswers`). The search deepens the cost from the bound that the
 * best division into such groups gives, and at the first cost with an answer lists all answers of that cost. Null: there is no
 * answer within the limits.
 */
export function leastChange(
  network: Network,
  work = new WorkLimit(defaultWorkLimit),
  limits: SearchLimits = {},
): LeastChange | null {
  const { costLimit = Infinity, largest = largestNeed(network), accept } = limits;
  const adjacency = adjacencyOf(network);
  const trees = new CarryTrees(network, work, [], adjacency);
  const count = trees.terminals.length;
  if (count === 0 && !accept) return { status: 'proved', cost: 0, parts: [] };
  // Every changed cell meets the needs of two relations at most.
  if (count > terminalLimit) return undecided(Math.ceil(count / 2) * changeCost);
  const divisions = new Divisions(trees, work);
  let limit = divisions.least;
  while (!work.exhausted) {
    if (limit > costLimit || limit === Infinity) return null;
    const forests = divisions.ofCost(limit);
    const pinned = work.exhausted ? [] : pinnedAnswers(network, adjacency, limit, largest, work);
    if (work.exhausted) break;
    const found = joined(forests, pinned, divisions.cut, accept);
    if (found && found.parts.length === 0) break;
    if (found) return { ...found, cost: limit };
    work.spend(20);
    limit = Math.min(divisions.nextCost, limit + changeCost);
  }
  return undecided(limit);
}

function undecided(cost: number): LeastChange {
  return { status: 'undecided', cost, parts: [] };
}

/** Puts the answers together: in independent parts where there is one division only, else written out. */
function joined(
  divisions: readonly Division[],
  pinned: readonly (readonly Flow[])[],
  cut: boolean,
  accept?: (flows: readonly Flow[]) => boolean,
): { status: LeastChangeStatus; parts: LeastChangePart[] } | null {
  if (divisions.length === 0 && pinned.length === 0) return null;
  if (divisions.length === 1 && pinned.length === 0 && !accept && !sharesCells(divisions[0]!)) {
    return {
      status: cut ? 'cutShort' : 'proved',
      parts: divisions[0]!.map((trees) => ({ options: trees.map((t) => t.flows) })),
    };
  }
  const answers = new Map<string, readonly Flow[]>();
  let more = cut;
  for (const division of divisions) more = writeOut(division, answers) || more;
  for (const flows of pinned) {
    const key = answerKey(flows);
    if (answers.has(key)) continue;
    // Along a cycle of changed cells an amount can be moved: more values than those listed may do.
    more = true;
    answers.set(key, flows);
  }
  if (accept) for (const [key, flows] of answers) if (!accept(flows)) answers.delete(key);
  // Where none of a list that was cut short will do, one of those not listed might.
  if (answers.size === 0) return more ? { status: 'undecided', parts: [] } : null;
  return { status: more ? 'cutShort' : 'proved', parts: [{ options: [...answers.values()] }] };
}

function sharesCells(division: Division): boolean {
  if (division.length === 1) return false;
  const owner = new Map<number, number>();
  return division.some((trees, part) =>
    trees.some((tree) =>
      tree.flows.some(({ edge }) => {
        const other = owner.get(edge);
        owner.set(edge, part);
        return other !== undefined && other !== part;
      }),
    ),
  );
}

/** Adds every combination of one tree per group; true when there were too many. */
function writeOut(division: Division, answers: Map<string, readonly Flow[]>): boolean {
  const picked: Flow[] = [];
  const taken = new Set<number>();
  let more = false;
  const next = (part: number) => {
    if (part === division.length) {
      if (answers.size >= answerLimit) more = true;
      else answers.set(answerKey(picked), [...picked]);
      return;
    }
    for (const { flows } of division[part]!) {
      if (more) return;
      // Two trees that change the same cell would be one change fewer together; such answers belong to a lower cost.
      if (flows.some((f) => taken.has(f.edge))) continue;
      for (const f of flows) taken.add(f.edge);
      picked.push(...flows);
      next(part + 1);
      picked.length -= flows.length;
      for (const f of flows) taken.delete(f.edge);
    }
  };
  next(0);
  return more;
}
