import type { Relation } from '../report/relations';
import type { Cell } from '../report/report';
import { solved, type Filling } from './filledTotals';
import { leastChange, type LeastChange, type LeastChangeStatus } from './leastChange';
import { changeCost } from './network';
import { relationNetwork, type RelationNetwork } from './relationNetwork';
import { unlikelihood, type Surroundings } from './typicality';

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

/** More negative numbers than this in one table are left to the rule about counts. */
const negativeLimit = 4;

/** Finds the least change of the cells of one problem; null when nothing needs changing. */
export function solveTable(relations: readonly Relation[], around: Surroundings, workLimit: number): TableAnswer | null {
  const plain = relationNetwork(relations);
  const negative = negativeCells(plain.relations);
  const answer = negative.length === 0 ? solvePlain(plain, workLimit) : solveNegative(relations, plain, negative, workLimit);
  if (!answer || answer.status === 'undecided') return answer;
  return { ...answer, parts: answer.parts.map((options) => ranked(options, around)) };
}

function solvePlain(table: RelationNetwork, workLimit: number): TableAnswer | null {
  const found = leastChange(table.network, workLimit);
  // Where filling blanks is enough, nothing is wrong: what to fill is for the rule about missing values.
  if (found.cost < changeCost) return null;
  return {
    status: found.status,
    cost: Math.floor(found.cost / changeCost),
    parts: found.parts.map((part) => part.options.map((flows) => fillingsOf(table, flows))),
    relations: table.relations,
    blankTotals: table.blankTotals,
  };
}

function fillingsOf(table: RelationNetwork, flows: LeastChange['parts'][number]['options'][number]): Filling[] {
  return flows.map(({ edge, by }) => ({ cell: table.cells[edge]!, value: table.network.value[edge]! + by }));
}

/**
 * Negative numbers must change. Each either takes the value that fits, which is then no further choice, or becomes 0 like a cell
 * pinned at its bound: every combination is solved and the cheapest kept.
 */
function solveNegative(
  relations: readonly Relation[],
  plain: RelationNetwork,
  negative: readonly Cell[],
  workLimit: number,
): TableAnswer | null {
  const common = { cost: negative.length, relations: plain.relations, blankTotals: plain.blankTotals };
  if (negative.length > negativeLimit) return { ...common, status: 'undecided', parts: [] };
  let best = Infinity;
  let unsure = Infinity;
  let cut = false;
  const answers = new Map<string, readonly Filling[]>();
  for (let mask = (1 << negative.length) - 1; mask >= 0; mask--) {
    const freed = new Set(negative.filter((_, i) => mask & (1 << i)));
    const table = relationNetwork(relations, freed);
    const found = leastChange(table.network, workLimit >> negative.length);
    if (found.status === 'undecided') {
      unsure = Math.min(unsure, found.cost);
      continue;
    }
    if (found.cost > best) continue;
    const fitting = allOptions(found).flatMap((flows) => {
      const changed = fillingsOf(table, flows);
      for (const cell of negative) if (!freed.has(cell)) changed.push({ cell, value: 0 });
      const forced = solved(plain.relations, [...freed, ...plain.blankTotals], changed);
      const own = forced.filter((f) => freed.has(f.cell));
      return own.length < freed.size || forced.some((f) => f.value < 0) ? [] : [[...changed, ...own]];
    });
    if (fitting.length === 0) {
      unsure = Math.min(unsure, found.cost);
      continue;
    }
    if (found.cost < best) {
      answers.clear();
      cut = false;
    }
    best = found.cost;
    cut ||= found.status === 'cutShort';
    for (const option of fitting) answers.set(keyOf(option), option);
  }
  const status = unsure < best || best === Infinity ? 'undecided' : cut ? 'cutShort' : 'proved';
  if (status === 'undecided') return { ...common, status, parts: [] };
  return { ...common, cost: negative.length + Math.floor(best / changeCost), status, parts: [[...answers.values()]] };
}

function allOptions(found: LeastChange): LeastChange['parts'][number]['options'] {
  return found.parts.reduce<LeastChange['parts'][number]['options']>(
    (all, part) => all.flatMap((flows) => part.options.map((more) => [...flows, ...more])).slice(0, 2000),
    [[]],
  );
}

function keyOf(option: readonly Filling[]): string {
  return option
    .map(({ cell, value }) => `${cell.row} ${cell.column} ${value}`)
    .sort()
    .join();
}

function negativeCells(relations: readonly Relation[]): readonly Cell[] {
  const cells = new Set<Cell>();
  for (const { terms } of relations) for (const { cell } of terms) if (cell?.value != null && cell.value < 0) cells.add(cell);
  return [...cells];
}

function ranked(options: readonly (readonly Filling[])[], around: Surroundings): readonly (readonly Filling[])[] {
  if (options.length < 2) return options;
  return options
    .map((option) => ({ option, bits: unlikelihood(option, around) }))
    .sort((a, b) => a.bits - b.bits)
    .map((o) => o.option);
}
