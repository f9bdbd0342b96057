import { describe, expect, it } from 'vitest';
import { tableLayouts } from '../support/layouts';
import { describeCase, undamagedCase } from './lawCases';

// Every seed is a report with its own numbers, wording and habits of its extractor. READING_SEED repeats a run elsewhere.
const firstSeed = Number(process.env.READING_SEED ?? 1);
const perLayout = Number(process.env.READING_CASES ?? 60);

/**
 * Share of the cells that may stay unread although nothing was damaged: where filler bars look like blank cells, or a label lost
 * its blank values in PDF text, the text itself does not say which cell is which.
 */
const mayStayUnread = 0.02;

describe('whatever is written in a layout is read back: its number, at its exact place', () => {
  it.each(tableLayouts)('$name', (layout) => {
    const failures: string[] = [];
    let read = 0;
    let unread = 0;
    for (let seed = firstSeed; seed < firstSeed + perLayout; seed++) {
      const law = undamagedCase(seed, layout);
      const missing = law.comparison.differences.filter((d) => d.kind === 'missing').length;
      read += law.comparison.right;
      unread += missing;
      if (law.comparison.differences.length > missing) failures.push(describeCase(law));
    }
    expect(failures.slice(0, 3).join('\n'), `${failures.length} of ${perLayout} from seed ${firstSeed}`).toBe('');
    expect(unread / (read + unread), `${unread} cells unread, ${read} read`).toBeLessThanOrEqual(mayStayUnread);
  });
});
