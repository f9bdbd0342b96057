import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const text = readFileSync('test/fixtures/rules/missing-table/invalid.txt', 'utf8').replace(/[⟦⟧]|\{.*?\}/gu, '');

const severities = (written: string) =>
  checkReport(readDocument(written).parts[0]!.report)
    .findings.filter(({ rule }) => rule === 'missing-table')
    .map(({ severity }) => severity);

test('a table that a converter left out, saying so, is no fault of the report', () => {
  expect(severities(text)).toEqual(['warning']);
  expect(severities(text.replace(/^四、政府信息公开.*$/mu, '$&\n\n[TABLE]\n'))).toEqual(['hint']);
});

test('a table whose narrow cells run down the page is there, though it could not be read', () => {
  const column = [...'结果维持纠正其他尚未审总计复议'].join('\n');
  const narrow = `${column}\n\n规 1 0 3\n${column}\n8\n`;
  const written = text.replace(/^四、政府信息公开.*$/mu, (heading) => `${heading}\n${narrow}`);
  expect(severities(written)).toEqual([]);
  expect(checkReport(readDocument(written).parts[0]!.report).findings.map(({ rule }) => rule)).toContain('incomplete-table');
  expect(severities(text.replace(/^四、政府信息公开.*$/mu, `$&\n${'没有。\n'.repeat(30)}`))).toEqual(['warning']);
});
