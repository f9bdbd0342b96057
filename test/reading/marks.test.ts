import { expect, it } from 'vitest';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import { setCellValue } from '../../server/src/fixes/cellEdits';
import { checkReport, readDocument } from '../../server/src/service';
import { withoutMarkup } from '../../server/src/text/markup';

const read = (text: string) => readDocument(text).parts[0]!.report;

it.each(['云峰市人民政府**2024**年政府信息公开工作年度报告', "'''云峰市人民政府2024年政府信息公开工作年度报告'''"])(
  'bold type is no part of a title: %s',
  (title) => {
    const report = read(`${title}\n\n一、总体情况\n`);
    expect([report.organ, report.year]).toEqual(['云峰市人民政府', 2024]);
  },
);

it('the attributes that converters put behind a heading are no part of it', () => {
  const report = read(
    '# 云峰市人民政府2024年政府信息公开工作年度报告 {#id style="text-align:center"}\n\n## 一、总体情况 {#一总体情况}\n\n2024年。\n',
  );
  expect([report.organ, report.year, report.sections[0]?.heading?.title.text]).toEqual(['云峰市人民政府', 2024, '总体情况']);
});

const changes = (change: string) => `云峰市人民政府2020年政府信息公开工作年度报告
**二、主动公开政府信息情况**

| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| --- | --- | --- | --- |
| 行政许可 | 353 | ${change} | 215 |
| 其他对外管理<br>服务事项 | 761 | 63 | 952 |
`;

it.each(['\\-33', '&#45;33', '&#x2d;33', '**-33**'])('a number whose characters are escaped (%s) is read', (written) => {
  const rows = read(changes(written)).tables.proactive!.rows;
  const cell = rows.find((row) => row.id === 'licensing')!.cells.change!;
  expect([cell.value, cell.text]).toEqual([-33, expect.stringMatching(/-33$/)]);
  expect(rows.find((row) => row.id === 'otherServices')?.cells.decisions?.value).toBe(952);
});

it('tags that a converter left inside the cells are no part of them', () => {
  const tagged = (words: string) => `<font color="#000000"><font>${words}</font></font>`;
  const rows = read(changes(tagged('-33')).replace('行政许可', tagged('行政') + tagged('许可'))).tables.proactive!.rows;
  expect(rows.find((row) => row.id === 'licensing')?.cells.change?.value).toBe(-33);
});

it('a label of a web page may have long tags between its words', () => {
  const words = (text: string) =>
    `<p><font face="宋体"><span style="font-weight: normal; font-size: 9pt">${text}</span></font></p>`;
  const cells = (row: string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const table = [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    [words('规') + words('章'), '0', '0', '7'],
    [words('行政') + words('规范性') + words('文件'), '8', '26', '66'],
  ];
  const report = read(
    `云峰市人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n<table>${table.map(cells).join('')}</table>\n三、收到和处理政府信息公开申请情况\n`,
  );
  const values = report.tables.proactive!.rows.map((row) => [row.id, row.cells.inForce?.value]);
  expect(values).toEqual([
    ['rules', 7],
    ['normativeDocuments', 66],
  ]);
});

it('a fix leaves the marks around a number where they are', () => {
  const text = changes('63').replace('353', '**353**');
  const cell = read(text).tables.proactive!.rows[0]!.cells.previousItems!;
  expect(applyEdits(text, [setCellValue(cell, 12)])).toBe(text.replace('353', '12'));
});

it.each(['\\-33', '&#45;33', '&#x2d;33'])('a fix writes over what escapes a number (%s)', (written) => {
  const text = changes(written);
  const cell = read(text).tables.proactive!.rows.find((row) => row.id === 'licensing')!.cells.change!;
  expect(applyEdits(text, [setCellValue(cell, 33)])).toBe(changes('33'));
  expect(applyEdits(text, [{ span: cell.span, newText: '33' }])).toBe(changes('33'));
});

it('an escaped point of an amount is its decimal point', () => {
  const report = read(
    `云峰市人民政府2024年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n110\\.139\n`,
  );
  const amounts = report.tables.proactive!.rows.map((row) => row.cells.amount!);
  expect(amounts.map(({ value }) => value)).toEqual([110.139]);
  expect(applyEdits('110\\.139', [{ ...setCellValue({ ...amounts[0]!, span: { start: 0, end: 8 } }, 0) }])).toBe('0');
});

it.each(['| ** | ** |', '\\\\', 'C:\\文件', '| \\ | \\ |', '2*3*4', "'''", '{"a": 1}', '&#200;'])('%s has no marks', (text) => {
  expect(withoutMarkup(text)).toBe(text);
});

const wiki = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `| ${cell}`.trimEnd()).join('\n')).join('\n|-\n');

it('in a table as wikis write it a bar opens a cell, and a bar alone is a blank one', () => {
  const rows = wiki([
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '', '0'],
    ['行政规范性<br />\n文件', '8', '26', '66'],
  ]);
  const report = read(`云峰市人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n{|\n|-\n${rows}\n|}\n三、其他\n`);
  const table = report.tables.proactive!;
  expect(table.rows.map((row) => [row.id, ...Object.values(row.cells).map((cell) => cell.value)])).toEqual([
    ['rules', 0, null, 0],
    ['normativeDocuments', 8, 26, 66],
  ]);
  expect(checkReport(report).findings.filter(({ rule }) => rule === 'label-wording')).toEqual([]);
});

it('words below the last number of a wiki’s table are no part of its cell', () => {
  const rows = wiki([['信息内容', '本年收费金额（单位：万元）'], ['行政事业性收费', '66.7\n单位：件'], ['三、收到和处理情况']]);
  const report = read(`云峰市人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n|-\n${rows}\n三、其他\n`);
  const { cells } = report.tables.proactive!.rows.find((row) => row.id === 'fees')!;
  expect(cells.amount?.value).toBe(66.7);
});
