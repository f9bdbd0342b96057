/**
 * Time per table for the least-change repair, ours and HiGHS (a mixed-integer solver compiled to WebAssembly) in one run on the same
 * tables: `npm run bench:repair`, optionally with the number of tables per row (`npm run bench:repair -- 200`).
 */
import { relationsOf } from '../server/src/report/relations.js';
import { repairReport } from '../server/src/repair/repairReport.js';
import { oracle } from '../test/repair/oracle.js';
import { chance, shapeCount, slipKinds, soundTable, withSlips } from '../test/repair/slips.js';
import { applicationsTable, reportOf } from '../test/repair/tables.js';

const tablesPerRow = Number(process.argv[2] ?? 70);
const repetitions = 5;

function tablesWith(slips: number) {
  const reports = [];
  for (let i = 0; reports.length < tablesPerRow; i++) {
    const random = chance(900_000 + i * 7 + slips);
    const table = soundTable(i % shapeCount, random);
    const kinds = Array.from({ length: slips }, () => random.pick(slipKinds));
    const made = withSlips(table, kinds, random);
    if (made) reports.push(reportOf(applicationsTable(made.grid, table.form)));
  }
  // The relations are part of reading the report, for both solvers.
  for (const report of reports) relationsOf(report);
  return reports;
}

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))]!;
}

// Both start warm: the language server solves one table when it starts.
for (const report of tablesWith(2)) repairReport(report);
await oracle(relationsOf(tablesWith(1)[0]!));

console.log('slips | ours median ms | 99 % | worst | HiGHS median ms | times faster | undecided');
for (const slips of [1, 2, 3, 4]) {
  const ours: number[] = [];
  const highs: number[] = [];
  let undecided = 0;
  for (const report of tablesWith(slips)) {
    const relations = relationsOf(report);
    const start = performance.now();
    await oracle(relations);
    highs.push(performance.now() - start);
    // The first of several runs follows the other solver's, whose code and data then fill the caches.
    const runs: number[] = [];
    for (let i = 0; i < repetitions; i++) {
      const from = performance.now();
      const repair = repairReport(report);
      runs.push(performance.now() - from);
      if (i === 0 && repair?.status === 'undecided') undecided++;
    }
    ours.push(quantile(runs, 0.5));
  }
  const median = quantile(ours, 0.5);
  const cells = [
    slips,
    median.toFixed(4),
    quantile(ours, 0.99).toFixed(3),
    Math.max(...ours).toFixed(3),
    quantile(highs, 0.5).toFixed(2),
    Math.round(quantile(highs, 0.5) / median),
    `${undecided} of ${ours.length}`,
  ];
  console.log(cells.join(' | '));
}
