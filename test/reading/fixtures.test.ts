import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TableId } from '../../server/src/form/form';
import { readDocument } from '../../server/src/service';
import type { ExpectedCell } from '../support/renderedText';
import { compareReading } from './compareReading';

/** Value, 1-based line, first and last column (0-based, half open), and `optional` where leaving it unread is right too. */
type FixtureCell = [number | null, number, number, number, 'optional'?];

interface Fixture {
  readonly about: string;
  /** True where cells may stay unread; a number that is read must still be right. */
  readonly damaged: boolean;
  readonly tables: Partial<Record<TableId, Record<string, Record<string, FixtureCell>>>>;
}

const folder = join(__dirname, '../fixtures/layouts');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

/** What the run saw, for the table that READING_TABLES=1 prints. */
const seen = new Map<string, { fixtures: number; right: number; missing: number; wrong: number }>();

describe('made-up reports in every layout', () => {
  it.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
    const fixture = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Fixture;
    const read = readDocument(text);
    const written = { text, cells: expectedCells(text, fixture) };
    const comparison = compareReading(read, written, fixture.damaged);
    tally(name.split('.')[0]!, comparison.right, comparison.unread, comparison.differences);
    expect(comparison.differences.slice(0, 5)).toEqual([]);
  });

  it('prints layout × cells on request', () => {
    expect(names.length).toBeGreaterThan(26);
    if (process.env.READING_TABLES) console.table(Object.fromEntries([...seen].sort()));
  });
});

function expectedCells(text: string, fixture: Fixture): ExpectedCell[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Object.entries(fixture.tables).flatMap(([table, rows]) =>
    Object.entries(rows ?? {}).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, [value, line, from, to, optional]]): ExpectedCell => {
        const start = starts[line - 1]! + from;
        const end = starts[line - 1]! + to;
        const own = text.slice(start, end).trim();
        return {
          part: 0,
          table: table as TableId,
          row,
          column,
          text: own,
          value,
          start,
          end,
          optional: optional === 'optional',
        };
      }),
    ),
  );
}

function tally(layout: string, right: number, missing: number, differences: readonly { kind: string }[]): void {
  const sum = seen.get(layout) ?? { fixtures: 0, right: 0, missing: 0, wrong: 0 };
  seen.set(layout, sum);
  sum.fixtures++;
  sum.right += right;
  sum.missing += missing;
  sum.wrong += differences.filter((d) => d.kind !== 'missing').length;
}
