import { describe, expect, it } from 'vitest';
import { toCsv, type FolderSummary } from '../../client/src/folder/summarize';

const numbers = { received: 1, carriedIn: 2, granted: 3, denied: 4, closed: 5, carriedOut: 6 };

describe('the numbers as CSV', () => {
  it.each([
    ['青岚县', '青岚县'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['=HYPERLINK(1)', "'=HYPERLINK(1)"],
    ['@a', "'@a"],
  ])('write %s so that a spreadsheet reads it as it is', (organ, expected) => {
    const summary: FolderSummary = {
      reports: 1,
      balanced: 1,
      findings: [],
      years: [],
      organs: [{ organ, year: 2024, errors: 0, ...numbers }],
    };
    expect(toCsv(summary, ['organ'])).toBe(`\uFEFForgan\r\n${expected},2024,0,1,2,3,4,5,6\r\n`);
  });
});
