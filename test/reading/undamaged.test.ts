import { describe, expect, it } from 'vitest';
import { tableLayouts } from '../support/layouts';
import { describeCase, undamagedCase } from './lawCases';

// Every seed is a report with its own numbers, wording and habits of its extractor. READING_SEED repeats a run elsewhere.
const firstSeed = Number(process.env.READING_SEED ?? 1);
const perLayout = Number(process.env.READING_CASES ?? 60);

describe('whatever is written in a layout is read back: every cell, its number and its exact place', () => {
  it.each(tableLayouts)('$name', (layout) => {
    const failures: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + perLayout; seed++) {
      const law = undamagedCase(seed, layout);
      if (law.comparison.differences.length > 0) failures.push(describeCase(law));
    }
    expect(failures.slice(0, 3).join('\n'), `${failures.length} of ${perLayout} from seed ${firstSeed}`).toBe('');
  });
});
