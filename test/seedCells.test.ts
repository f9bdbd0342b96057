import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { objectsOf, runGouji } from './cli/runGouji';

interface SeedCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  readonly line?: number | null;
  readonly start: number;
  readonly end: number;
}

const shared = resolve(__dirname, '../../shared');
const truth = join(shared, 'spec/seed-cells.json');

// The real reports and their truth are not part of the project; without them there is nothing to compare.
describe.skipIf(!existsSync(truth))('the cells of the real reports', () => {
  const seeds: Record<string, SeedCell[]> = existsSync(truth) ? JSON.parse(readFileSync(truth, 'utf8')) : {};

  it.each(Object.entries(seeds))('%s: every value, and every position that is known', (name, cells) => {
    const path = join(shared, 'reports', `${name}.txt`);
    const [inspected] = objectsOf(runGouji(['inspect', '--format', 'ndjson', path]));
    const read = cells.map(({ table, row, column, line }) => {
      const cell = inspected.tables[table]?.rows[row]?.[column];
      const { start, end } = cell?.range ?? {};
      const place = line == null ? {} : { line: start?.line, start: start?.character, end: end?.character };
      return { table, row, column, value: cell?.value ?? null, ...place };
    });
    const expected = cells.map(({ line, start, end, ...cell }) =>
      line == null ? strip(cell) : { ...strip(cell), line, start, end },
    );
    expect(read).toEqual(expected);
  });
});

function strip({ table, row, column, value }: Omit<SeedCell, 'line' | 'start' | 'end'>) {
  return { table, row, column, value };
}
