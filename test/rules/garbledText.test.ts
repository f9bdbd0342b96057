import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const whole = readFileSync('test/fixtures/rules/missing-section/valid.txt', 'utf8');

/** What is said to be missing, and how gravely. */
function missingIn(text: string): string[] {
  const { findings } = checkReport(readDocument(text).parts[0]!.report);
  return findings
    .filter(({ rule }) => rule.startsWith('missing-') || rule === 'five-aspects')
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

test.each([
  ['五、存在的主要问题及改进情况', 'Xd\n\u2039eûN\n', 'missing-section'],
  ['五、存在的主要问题及改进情况', '五、存在的主要\ufffd\ufffd\n', 'missing-section'],
  [/三、收到和处理政府信息公开申请情况/u, 'Ð、收到和处理政府信息}开ÿ请情ó', 'missing-section'],
  [/行政事业性收费(?=\t)/u, '行政事业\ufffd', 'missing-row'],
  [/行政许可\t[^\n]*\n[^]*?行政强制[^\n]*\n/u, 'Õl‹_\n', 'missing-row'],
  [/行政复议\t[^]*?(?=五、存在)/u, '*gÏ~\n', 'missing-table'],
])('what garbled characters stand for is not said to be missing: %s as %j', (written, garbled, rule) => {
  const among = (text: string) => [...new Set(missingIn(text).filter((finding) => finding.startsWith(rule)))];
  expect(whole.replace(written, '')).not.toBe(whole);
  expect(among(whole.replace(written, garbled))).toEqual([`${rule} hint`]);
  expect(among(whole.replace(written, '')).some((finding) => !finding.endsWith('hint'))).toBe(true);
});

test('names and pronunciations in Latin letters garble nothing', () => {
  const named = whole.replace('五、存在的主要问题及改进情况', '与 Škoda、Citroën 合作，網(wǎng)站、發(fā)布、創(chuàng)新。');
  expect(missingIn(named)).toEqual(missingIn(whole.replace('五、存在的主要问题及改进情况', '合作。')));
});
