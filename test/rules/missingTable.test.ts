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
