import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

/** What the rule says of a table in the text of a PDF: of which row, and how gravely. */
function missingIn(lines: readonly string[]) {
  const text = ['青岚县水务局2023年政府信息公开工作年度报告', '二、主动公开政府信息情况', ...lines].join('\n');
  const { findings } = checkReport(readDocument(text).parts[0]!.report);
  return findings.filter(({ rule }) => rule === 'missing-row').map(({ row, severity }) => [row, severity]);
}

const table = [
  '第二十条第（一）项',
  '信息内容 本年制发件数 本年废止件数 现行有效件数',
  '规章 0 0 0',
  '行政规范性文件 1 0 7',
  '第二十条第（五）项',
  '信息内容 本年处理决定数量',
  '行政许可 12',
  '第二十条第（六）项',
  '信息内容 本年处理决定数量',
  '行政处罚 6',
  '行政强制 0',
  '第二十条第（八）项',
  '信息内容 本年收费金额（单位：万元）',
  '行政事业性收费 0',
];

test('a row whose words are in the table, but not certainly its numbers, is not said to be missing', () => {
  expect(missingIn(table)).toEqual([]);
  expect(missingIn(table.map((line) => line.replace('规章 0 0 0', '规章   ')))).toEqual([['rules', 'hint']]);
});

test('a row that is not there is missing', () => {
  expect(missingIn(table.filter((line) => !line.startsWith('规章')))).toEqual([['rules', 'warning']]);
});

test('a row of whose label only the end is left is not said to be missing', () => {
  const cut = table.map((line) => line.replace('行政规范性文件', '文件').replace('行政事业性收费 0', '收费'));
  expect(missingIn([...cut, '三、收到和处理政府信息公开申请情况'])).toEqual([
    ['normativeDocuments', 'hint'],
    ['fees', 'hint'],
  ]);
  expect(missingIn(table.filter((line) => !line.startsWith('行政规范性')))).toEqual([['normativeDocuments', 'warning']]);
});

test('a row whose label came apart, or stands above or below what was read of the table, is not said to be missing', () => {
  const at = table.indexOf('第二十条第（六）项');
  const above = [table.slice(0, at).join(' '), '', '', ...table.slice(at + 2)];
  expect(missingIn(above).map(([, severity]) => severity)).not.toContain('warning');
  const below = table.map((line) => line.replace('行政事业性收费 0', '行政事\n业性收\n费'));
  expect(missingIn([...below, '三、收到和处理政府信息公开申请情况'])).toEqual([['fees', 'hint']]);
  const spoken = table.map((line) => line.replace('行政事业性收费 0', '')).concat('本年没有行政事业性收费，也没有行政强制。');
  expect(missingIn([...spoken, '三、收到和处理政府信息公开申请情况'])).toEqual([['fees', 'warning']]);
});

test.each([
  ['| | （四）无 | 1.本机关不掌握 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |\n| | 法提供 | 相关政府信息 | | | | | | | |', []],
  [
    '| | （四） 1.本机关不 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |\n| | 无法 掌握相关 | | | | | | | |\n| | 提供 政府信息 | | | | | | | |',
    ['hint'],
  ],
  ['| | | 1.本机关不掌握相 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |', ['hint']],
  ['', ['warning']],
])('a label of which a part stands in the cell below is there: %s', (row, severities) => {
  const text = readFileSync(join(__dirname, '..', 'fixtures', 'layouts', 'pipeRows.clean.txt'), 'utf8');
  const written = text.replace(/^.*1.本机关不掌握相关政府信息.*$/mu, row);
  expect(written).not.toBe(text);
  const { findings } = checkReport(readDocument(written).parts[0]!.report);
  expect(findings.filter(({ rule }) => rule === 'missing-row').map(({ severity }) => severity)).toEqual(severities);
});

test.each(['tabRows', 'tabCells', 'pipeRows', 'pipeCells'])('whichever row is cut out of a table of %s is missing', (layout) => {
  const text = readFileSync(join(__dirname, '..', 'fixtures', 'layouts', `${layout}.clean.txt`), 'utf8');
  const { start, report } = readDocument(text).parts[0]!;
  for (const { id, label, span } of report.tables.applications!.rows) {
    const from = text.lastIndexOf('\n', start + label.span.start) + 1;
    const cut = text.slice(0, from) + text.slice(text.indexOf('\n', start + span.end) + 1);
    const { findings } = checkReport(readDocument(cut).parts[0]!.report);
    const missing = findings.filter(({ rule }) => rule === 'missing-row').map(({ row, severity }) => [row, severity]);
    expect(missing, id).toEqual([[id, 'warning']]);
  }
});
