import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forms } from '../../server/src/form/form';
import { checkReport, readDocument } from '../../server/src/service';

/** What the rules on missing cells say of a row, and how gravely. */
function saidOf(row: string, text: string): string[] {
  const { findings } = checkReport(readDocument(text).parts[0]!.report);
  return findings
    .filter((finding) => /^missing-(?:value|column)$/.test(finding.rule) && finding.row === row)
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

/** A table as the text of a PDF has it, a number a line. */
function inLines(received: string, behind = ''): string {
  const labels = forms['2021'].tables.applications.rows.slice(1).map(({ label }) => label);
  return [
    '青岚县水务局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    `一、本年新收政府信息公开申请数量\n\n${received}`,
    ...labels.map((label) => `${label}\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0`),
    `${behind}四、政府信息公开行政复议、行政诉讼情况`,
  ].join('\n\n');
}

test.each([
  ['two numbers in one cell', inLines('110\n\n0\n\n30\n\n36\n\n15\n\n0 191'), 'hint'],
  ['others behind another row', inLines('110\n\n0\n\n30', '36\n\n15\n\n0\n\n191\n\n'), 'hint'],
  ['no others anywhere', inLines('110\n\n0\n\n30\n\n36\n\n15\n\n191'), 'warning'],
])('a row that lacks numbers in the text of a PDF, with %s', (_, text, severity) => {
  expect(saidOf('received', text)).toEqual([`missing-value ${severity}`]);
});

const tabs = readFileSync('test/fixtures/rules/missing-section/valid.txt', 'utf8');

test.each([
  ['a number in the line below', '\t\n$2', 'missing-column hint'],
  ['nothing below', '', 'missing-value warning'],
])('a row of too few cells with %s', (_, instead, said) => {
  const text = tabs.replace(/^(四、结转下年度继续办理.*)\t(\d+)$/mu, `$1${instead}`);
  expect(text).not.toBe(tabs);
  expect(saidOf('carriedOut', text)).toEqual([said]);
});

test('a number that came apart in a row whose label did too is not too many cells', () => {
  const written = (label: string) => tabs.replace(/^行政许可\t.*$/mu, `${label}\t3119\t.\t03`);
  expect(saidOf('licensing', written('行政\t许可'))).toEqual(['missing-column hint']);
  expect(saidOf('licensing', written('行政许可'))).toEqual(['missing-column warning']);
});
