import { describe, expect, it } from 'vitest';
import { repairReport } from '../../server/src/repair/repairReport';
import type { Repair, RepairEdit } from '../../server/src/repair/repair';
import { chance, isShift, shapeCount, slipKinds, soundTable, withSlips } from './slips';
import { applicationColumns, applicationRows, applicationsTable, reportOf } from './tables';

// Seeds of the report; the ranking was tuned on others (1 to 99).
const reportedSeeds = [20_240_131, 20_250_331, 20_260_131];
const tablesPerSeed = 1400;
/** The share with the truth first, by number of slips: tables in which every cell has a number, and all tables. */
const atLeast = [0.98, 0.96, 0.92, 0.85];
// A filled blank does not count as a changed cell. Where two zeros of five are left blank, fillings often explain a slip with fewer
// changes than were made: then the truth is not among the least answers, whatever their order.
const atLeastWithBlanks = [0.98, 0.95, 0.92, 0.85];
const blankShape = shapeCount - 1;

interface Tally {
  tables: number;
  first: number;
  unique: number;
  named: number;
}

describe('the truth among the explanations', () => {
  for (const [index, share] of atLeast.entries()) {
    const slips = index + 1;
    it(`comes first in at least ${share * 100} % of tables with ${slips} slip(s)`, () => {
      const full: Tally = { tables: 0, first: 0, unique: 0, named: 0 };
      const blank: Tally = { tables: 0, first: 0, unique: 0, named: 0 };
      const falselyUnique: string[] = [];
      for (const seed of reportedSeeds) {
        for (let i = 0; i < tablesPerSeed; i++) {
          const trial = trialOf(seed + i * 104_729 + slips * 7, i % shapeCount, slips);
          if (!trial) continue;
          const { repair, truth, cells } = trial;
          const tally = i % shapeCount === blankShape ? blank : full;
          const first = repair !== null && nameOf(repair.edits) === truth;
          tally.tables++;
          if (first) tally.first++;
          if (repair?.unique) tally.unique++;
          if (repair?.unique && first) tally.named++;
          if (repair?.unique && !first && repair.cost >= cells) falselyUnique.push(truth);
        }
      }
      const all: Tally = {
        tables: full.tables + blank.tables,
        first: full.first + blank.first,
        unique: full.unique + blank.unique,
        named: full.named + blank.named,
      };
      for (const [name, tally] of Object.entries({ 'every cell a number': full, 'with blanks': blank, all })) {
        const percent = (n: number) => `${((100 * n) / tally.tables).toFixed(2)} %`;
        console.info(
          `${slips} slip(s), ${tally.tables} tables ${name}: truth first ${percent(tally.first)}, unique ${percent(tally.unique)}, unique and true ${percent(tally.named)}`,
        );
      }
      expect(falselyUnique).toEqual([]);
      expect(full.tables).toBeGreaterThan(3000);
      expect(full.first / full.tables).toBeGreaterThanOrEqual(share);
      expect(all.first / all.tables).toBeGreaterThanOrEqual(atLeastWithBlanks[index]!);
    });
  }

  it('one wrong cell is named with its value, uniquely, always', () => {
    const missed: string[] = [];
    let tables = 0;
    for (let i = 0; i < 1400; i++) {
      const trial = trialOf(31_000_000 + i, i % shapeCount, 1, (kind) => !isShift(kind));
      if (!trial) continue;
      tables++;
      if (!trial.repair?.unique || nameOf(trial.repair.edits) !== trial.truth) missed.push(trial.truth);
    }
    expect(missed).toEqual([]);
    expect(tables).toBeGreaterThan(1200);
  });
});

function trialOf(
  seed: number,
  shape: number,
  slips: number,
  allowed: (kind: (typeof slipKinds)[number]) => boolean = () => true,
): { repair: Repair | null; truth: string; cells: number } | null {
  const random = chance(seed);
  const table = soundTable(shape, random);
  const kinds = Array.from({ length: slips }, () => random.pick(slipKinds.filter(allowed)));
  const made = withSlips(table, kinds, random);
  if (!made) return null;
  const rows = applicationRows(table.form);
  const truth = made.wrong.map((w) => `${rows[w.row]} ${applicationColumns[w.column]} ${w.value}`);
  const repair = repairReport(reportOf(applicationsTable(made.grid, table.form)), {
    previous: reportOf(applicationsTable(table.lastYear, table.form)),
  });
  return { repair, truth: truth.sort().join(', '), cells: made.wrong.length };
}

/** Changed cells with their values; blank totals that are filled in are no slips. */
function nameOf(edits: readonly RepairEdit[]): string {
  return edits
    .filter((edit) => edit.actual !== null)
    .map((edit) => `${edit.row} ${edit.column} ${edit.value}`)
    .sort()
    .join(', ');
}
