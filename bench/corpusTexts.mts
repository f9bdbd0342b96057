// Made-up reports, all different, and the same numbers in the formats of other checkers.
import { paragraph, withProse } from './prose.mjs';
import { tableLayouts } from '../test/support/layouts/index.js';
import { Random } from '../test/support/random.js';
import { randomRendering, writeReports } from '../test/support/renderReport.js';
import { randomModel } from '../test/support/reportModel.js';
import { relationsOf } from '../server/src/report/relations.js';
import { readDocument } from '../server/src/service.js';

/** The real reports have about this many bytes; a made-up one is filled up with prose to the same size. */
const reportBytes = 8_800;

export function madeUpReport(seed: number): string {
  const random = new Random(seed);
  const layout = tableLayouts[seed % tableLayouts.length]!;
  return filledUp(writeReports([randomModel(random)], randomRendering(random, layout), random).text);
}

/** The same report as `madeUpReport`, its tables and headings in Markdown. */
export function markdownReport(seed: number): string {
  const random = new Random(seed);
  const layout = tableLayouts.find(({ name }) => name === 'markdownTables')!;
  const model = randomModel(random);
  const rendering = { ...randomRendering(random, layout), headings: 'markdown', lineEnd: '\n' } as const;
  return filledUp(writeReports([model], rendering, random).text);
}

/** The relations of a report that hold as transactions of a ledger: the one side of each is posted, the other taken off. */
export function journalOf(report: string, name: string): string {
  const relations = readDocument(report).parts.flatMap((part) => relationsOf(part.report));
  return relations
    .filter(({ status, compare, allRead }) => status === 'holds' && compare === 'equal' && allRead)
    .map(({ table, rule, key, terms }) => {
      const postings = terms.map(
        ({ row, column, side, cell }) => `    ${table}:${row}:${column}  ${(side === 'left' ? 1 : -1) * cell!.value!}`,
      );
      return [`2024-01-01 ${name} ${rule} ${key}`, ...postings, ''].join('\n');
    })
    .join('\n');
}

/** Filled up to the size of a real report. */
function filledUp(text: string): string {
  return withProse(text, Math.ceil((reportBytes - Buffer.byteLength(text)) / Buffer.byteLength(paragraph)));
}
