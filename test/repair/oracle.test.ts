import { describe, expect, it } from 'vitest';
import { relationsOf, type Relation } from '../../server/src/report/relations';
import type { Cell } from '../../server/src/report/report';
import { solveTable, type TableAnswer } from '../../server/src/repair/solveTable';
import { isTotalCell } from '../../server/src/repair/surroundings';
import type { Surroundings } from '../../server/src/repair/typicality';
import { nameOf, oracle } from './oracle';
import { chance, shapeCount, slipKinds, soundTable, withSlips } from './slips';
import { smallRelations, spoiltSmallTable } from './smallTables';
import { applicationsTable, disputesTable, reportOf } from './tables';

// The exactness of the search is compared with an independent mixed-integer solver. Far more instances run when
// GOUJI_ORACLE names a factor, e.g. GOUJI_ORACLE=10.
const factor = Number(process.env.GOUJI_ORACLE ?? 1);
const anywhere: Surroundings = {
  place: () => ({ row: 0, column: 0 }),
  isTotal: isTotalCell,
  lastYear: () => undefined,
  surprise: () => 0,
};

describe('the least change agrees with a mixed-integer solver', () => {
  it('on small crowded tables with blanks, unreadable and negative cells', { timeout: 600_000 * factor }, async () => {
    const tally = await compareAll(2000 * factor, 12, (i) => smallRelations(spoiltSmallTable(chance(5_000_000 + i))));
    expect(tally.different).toEqual([]);
    expect(tally.compared).toBeGreaterThanOrEqual(1950 * factor);
    expect(tally.listed).toBeGreaterThanOrEqual(100 * factor);
  });

  it('on whole tables with one to four slips', { timeout: 600_000 * factor }, async () => {
    const tally = await compareAll(520 * factor, 10, (i) => {
      const random = chance(6_000_000 + i);
      const table = soundTable(i % shapeCount, random);
      const kinds = Array.from({ length: 1 + (Math.floor(i / shapeCount) % 4) }, () => random.pick(slipKinds));
      const slips = withSlips(table, kinds, random);
      return slips && relationsOf(reportOf(applicationsTable(slips.grid, table.form)));
    });
    expect(tally.different).toEqual([]);
    expect(tally.compared).toBeGreaterThanOrEqual(450 * factor);
    expect(tally.listed).toBeGreaterThanOrEqual(40 * factor);
  });

  it('on tables that lack rows or cells, and on groups of disputes', { timeout: 600_000 * factor }, async () => {
    const tally = await compareAll(180 * factor, 6, (i) => {
      const random = chance(7_000_000 + i);
      if (i % 3 === 0) {
        const grid = [0, 1, 2].map(() => [0, 1, 2, 3, 4].map(() => (random.below(6) ? random.below(5) : null)));
        return relationsOf(reportOf(disputesTable(grid))).slice(0, 1);
      }
      const table = soundTable(i % shapeCount, random);
      const slips = withSlips(table, [random.pick(slipKinds), random.pick(slipKinds)], random);
      if (!slips) return null;
      const { rows, ...rest } = applicationsTable(slips.grid, table.form);
      if (i % 3 === 1) slips.grid[random.below(slips.grid.length)]![random.below(7)] = '?';
      const lost = i % 3 === 2 ? random.below(rows.length) : -1;
      const kept = (_: unknown, row: number) => row !== lost;
      return relationsOf(reportOf({ ...rest, rows: rows.filter(kept), grid: slips.grid.filter(kept) }));
    });
    expect(tally.different).toEqual([]);
    expect(tally.compared).toBeGreaterThanOrEqual(150 * factor);
  });
});

interface Tally {
  readonly different: string[];
  compared: number;
  listed: number;
}

/** Compares the cost of every instance, and the whole set of answers of every `listEvery`-th. */
async function compareAll(count: number, listEvery: number, make: (i: number) => readonly Relation[] | null): Promise<Tally> {
  const tally: Tally = { different: [], compared: 0, listed: 0 };
  for (let i = 0; i < count; i++) {
    // The test runner wants to hear from its worker now and then; both solvers are synchronous.
    if (i % 40 === 0) await new Promise(setImmediate);
    const relations = make(i);
    if (!relations) continue;
    const answer = solveTable(relations, anywhere, 2_000_000);
    if (answer?.status === 'undecided') continue;
    const ours = answer ? answerSets(answer) : [''];
    const list = i % listEvery === 0 && answer?.status === 'proved' && ours.length <= 5;
    const theirs = await oracle(relations, list ? 7 : 0);
    const filled = answer ? ours[0]!.split(', ').length - answer.cost : 0;
    tally.compared++;
    if (!theirs || theirs.changed !== (answer?.cost ?? 0) || (answer && theirs.filled !== filled)) {
      tally.different.push(`${i}: ${answer?.cost} + ${filled}, not ${theirs?.changed} + ${theirs?.filled}: ${ours[0]}`);
    } else if (list) {
      tally.listed++;
      if (theirs.sets.join(' | ') !== ours.join(' | '))
        tally.different.push(`${i}: ${ours.join(' | ')}, not ${theirs.sets.join(' | ')}`);
    }
  }
  return tally;
}

/** The sets of changed and filled cells of every answer, blank totals left out because they cost nothing. */
function answerSets({ parts, blankTotals }: TableAnswer): readonly string[] {
  let answers: (readonly Cell[])[] = [[]];
  for (const options of parts) {
    answers = answers.flatMap((cells) => options.map((option) => [...cells, ...option.map((f) => f.cell)])).slice(0, 2000);
  }
  const costly = (cells: readonly Cell[]) => cells.filter((cell) => !blankTotals.includes(cell));
  return [...new Set(answers.map((cells) => costly(cells).map(nameOf).sort().join(', ')))].sort();
}
