import type { Relation } from '../report/relations';
import type { Cell } from '../report/report';
import { solved, type Filling } from './filledTotals';
import { largestNeed, leastChange, type LeastChangeStatus } from './leastChange';
import { changeCost, type Flow } from './network';
import { relationNetwork, type RelationNetwork } from './relationNetwork';
import { unlikelihood, type Surroundings } from './typicality';
import { WorkLimit } from './workLimit';

/** The answers for one table or group: each part's options, likelier first. */
export interface TableAnswer {
  readonly status: LeastChangeStatus;
  /** Cells changed, filled blanks not counted. */
  readonly cost: number;
  readonly parts: readonly (readonly (readonly Filling[])[])[];
  /** What the values of blank totals follow from. */
  readonly relations: readonly Relation[];
  readonly blankTotals: readonly Cell[];
}

/** A table with more loose cells than this is left undecided. */
const looseLimit = 4;

/** Finds the least change of the cells of one problem; null when nothing needs changing. */
export function solveTable(relations: readonly Relation[], around: Surroundings, workLimit: number): TableAnswer | null {
  const plain = relationNetwork(relations);
  const answer = plain.loose.length === 0 ? solvePlain(plain, workLimit) : solveLoose(relations, plain, workLimit);
  if (!answer || answer.status === 'undecided') return answer;
  return { ...answer, parts: answer.parts.map((options) => ranked(options, around)) };
}

function solvePlain(table: RelationNetwork, workLimit: number): TableAnswer | null {
  const found = leastChange(table.network, new WorkLimit(workLimit));
  // Where filling blanks is enough, nothing is wrong: what to fill is for the rule about missing values.
  if (!found || found.cost < changeCost) return null;
  return {
    status: found.status,
    cost: Math.floor(found.cost / changeCost),
    parts: found.parts.map((part) => part.options.map((flows) => fillingsOf(table, flows))),
    relations: table.relations,
    blankTotals: table.blankTotals,
  };
}

function fillingsOf(table: RelationNetwork, flows: readonly Flow[]): Filling[] {
  return flows.map(({ edge, by }) => ({ cell: table.cells[edge]!, value: table.network.value[edge]! + by }));
}

/**
 * Each loose cell either takes the value that fits, which is then no further choice, or is 0 like a cell pinned at its bound:
 * every combination is solved and the cheapest kept.
 */
function solveLoose(relations: readonly Relation[], plain: RelationNetwork, workLimit: number): TableAnswer | null {
  const { loose } = plain;
  const negative = loose.filter((cell) => cell.value !== null);
  const common = { relations: plain.relations, blankTotals: plain.blankTotals };
  const undecided = { ...common, cost: negative.length, status: 'undecided' as const, parts: [] };
  if (loose.length > looseLimit) return undecided;
  const work = new WorkLimit(workLimit);
  const largest = largestNeed(plain.network);
  let best = Infinity;
  let cut = false;
  const answers = new Map<string, readonly Filling[]>();
  for (let mask = (1 << loose.length) - 1; mask >= 0; mask--) {
    const freed = loose.filter((_, i) => mask & (1 << i));
    const table = relationNetwork(relations, new Set(freed));
    const completed = (flows: readonly Flow[]): readonly Filling[] | null => {
      const changed = fillingsOf(table, flows);
      for (const cell of negative) if (!freed.includes(cell)) changed.push({ cell, value: 0 });
      const pinned = loose.filter((cell) => !freed.includes(cell));
      const unknown = [...freed, ...plain.blankTotals.filter((cell) => !pinned.includes(cell))];
      const forced = solved(plain.relations, unknown, changed);
      if (forced.some((f) => f.value < 0) || freed.some((cell) => !forced.some((f) => f.cell === cell))) return null;
      return [...changed, ...forced.filter((f) => negative.includes(f.cell))];
    };
    const found = leastChange(table.network, work, { costLimit: best, largest, accept: (flows) => completed(flows) !== null });
    if (!found) continue;
    if (found.status === 'undecided') return undecided;
    if (found.cost < best) {
      answers.clear();
      cut = false;
    }
    best = found.cost;
    cut ||= found.status === 'cutShort';
    const options = found.parts[0]?.options ?? [[]];
    for (const flows of options) {
      const option = completed(flows);
      if (option) answers.set(keyOf(option), option);
    }
  }
  const cost = negative.length + Math.floor(best / changeCost);
  if (best === Infinity || answers.size === 0) return undecided;
  return cost === 0 ? null : { ...common, cost, status: cut ? 'cutShort' : 'proved', parts: [[...answers.values()]] };
}

function keyOf(option: readonly Filling[]): string {
  return option
    .map(({ cell, value }) => `${cell.row} ${cell.column} ${value}`)
    .sort()
    .join();
}

function ranked(options: readonly (readonly Filling[])[], around: Surroundings): readonly (readonly Filling[])[] {
  if (options.length < 2) return options;
  return options
    .map((option) => ({ option, bits: unlikelihood(option, around) }))
    .sort((a, b) => a.bits - b.bits)
    .map((o) => o.option);
}
