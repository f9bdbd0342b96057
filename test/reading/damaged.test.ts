import { describe, expect, it } from 'vitest';
import { damages } from '../support/damages';
import { tableLayouts } from '../support/layouts';
import { damagedCase, describeCase, outcomes, type LawCase } from './lawCases';

const firstSeed = Number(process.env.READING_SEED ?? 1);
const count = Number(process.env.DAMAGED_CASES ?? 20000);

/** What the run saw, printed with READING_TABLES=1. */
const byLayout = new Map<string, { renderings: number; right: number; unread: number; wrong: number }>();
const byDamage = new Map<string, { complete: number; incomplete: number; refused: number }>();

describe('a damaged text is read right or not at all', () => {
  it(`never gives a wrong number in ${count} renderings from seed ${firstSeed}`, { timeout: 1_800_000 }, async () => {
    const failures: string[] = [];
    for (let n = 0; n < count; n++) {
      // The test runner loses touch with a test that never lets it speak.
      if (n % 100 === 0) await new Promise(setImmediate);
      const layout = tableLayouts[n % tableLayouts.length]!;
      const first = damages[Math.floor(n / tableLayouts.length) % damages.length]!;
      const law = damagedCase(firstSeed + n, layout, first);
      tally(law);
      if (law.comparison.differences.length > 0) failures.push(describeCase(law));
    }
    if (process.env.READING_TABLES) printTables();
    expect(failures.slice(0, 3).join('\n'), `${failures.length} of ${count} from seed ${firstSeed}`).toBe('');
  });
});

function tally(law: LawCase): void {
  const layout = byLayout.get(law.layout) ?? { renderings: 0, right: 0, unread: 0, wrong: 0 };
  byLayout.set(law.layout, layout);
  layout.renderings++;
  layout.right += law.comparison.right;
  layout.unread += law.comparison.unread;
  layout.wrong += law.comparison.differences.length;
  for (const name of new Set(law.struck)) {
    const damage = byDamage.get(name) ?? { complete: 0, incomplete: 0, refused: 0 };
    byDamage.set(name, damage);
    for (const outcome of outcomes(law)) damage[outcome]++;
  }
}

function printTables(): void {
  console.log(`seed ${firstSeed}, ${count} damaged renderings`);
  console.table(Object.fromEntries([...byLayout].sort()));
  console.table(Object.fromEntries([...byDamage].sort()));
}
