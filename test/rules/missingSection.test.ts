import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const whole = readFileSync('test/fixtures/rules/missing-section/valid.txt', 'utf8');

test('a section with a number of another kind is not said to be missing', () => {
  const text = whole.replace('五、存在的主要问题及改进情况', '（五）存在的主要问题及改进情况');
  const found = checkReport(readDocument(text).parts[0]!.report).findings.filter((finding) => finding.rule === 'missing-section');
  expect(found.map((finding) => finding.severity)).toEqual(['warning']);
  expect(found[0]!.message.zh).toContain('序号');
});
