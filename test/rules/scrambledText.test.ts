import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Report } from '../../server/src/report/report';
import { checkReport, readDocument } from '../../server/src/service';

const whole = readFileSync('test/fixtures/layouts/pdfText.clean.txt', 'utf8').replace(/\r\n/g, '\n');

/** The text as a program gives it that takes the lines of each page from its foot to its head. */
function upward(text: string, pages: number): string {
  const lines = text.trimEnd().split('\n');
  const size = Math.ceil(lines.length / pages);
  const pagesOf = Array.from({ length: pages }, (_, i) => lines.slice(i * size, (i + 1) * size).reverse());
  return pagesOf.map((page, i) => [`第 ${i + 1} 页`, ...page].join('\n')).join('\n');
}

const gravely = (report: Report) =>
  checkReport(report)
    .findings.filter(({ severity }) => severity !== 'hint')
    .map(({ rule }) => rule);

const values = ({ tables }: Report) =>
  new Map(
    Object.values(tables).flatMap(({ id, rows }) =>
      rows.flatMap((row) => Object.values(row.cells).map((cell) => [`${id}/${row.id}/${cell.column}`, cell.value] as const)),
    ),
  );

test.each([1, 2, 3])(
  'lines that run upward on each of %i pages are one report, and nothing is said about the order of its sections',
  (pages) => {
    const { parts } = readDocument(upward(whole, pages));
    expect(parts.length).toBe(1);
    expect(gravely(parts[0]!.report).filter((rule) => !gravely(readDocument(whole).parts[0]!.report).includes(rule))).toEqual([]);
  },
);

test.each([1, 2, 3])('what is read where lines run upward on each of %i pages is right', (pages) => {
  const right = values(readDocument(whole).parts[0]!.report);
  const read = values(readDocument(upward(whole, pages)).parts[0]!.report);
  for (const [cell, value] of read) expect([cell, value]).toEqual([cell, right.get(cell)]);
});

test('an author who puts two sections in another order is still told', () => {
  const text = readFileSync('test/fixtures/rules/section-order/invalid.txt', 'utf8').replace(/[⟦⟧]|\{.*?\}/gu, '');
  const { findings } = checkReport(readDocument(text).parts[0]!.report);
  expect(findings.some(({ rule }) => rule === 'section-order')).toBe(true);
});

test('the last line of a broken label is not another label that it resembles', () => {
  const text = [
    '三、收到和处理政府信息公开申请情况',
    '一、本年新收政府信息公开申请数量 3 2 0 0 0 0 5',
    '二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0',
    '（五）不予处理 1.信访举报投诉类申请 0 0 0 0 0 0 0',
    '2.重复申',
    '请 1 0 0 0 0 0 1',
    '4.无正当',
    '理由大量',
    '反复申请 2 2 0 0 0 0 4',
    '（七）总计 3 2 0 0 0 0 5',
    '四、结转下年度继续办理 0 0 0 0 0 0 0',
  ].join('\n');
  const read = values(readDocument(text).parts[0]!.report);
  expect(read.get('applications/rejected.repeated/naturalPerson')).not.toBe(2);
});

test('a section’s heading or table that comes again right below the heading of the third begins no other report', () => {
  const lines = whole.split('\n');
  const third = lines.findIndex((line) => /^三、/.test(line));
  const second = lines.findIndex((line) => /^二、/.test(line));
  const columns = lines.splice(second + 1, 2);
  const moved = [...lines.slice(0, third - 1), ...columns, ...lines.slice(third - 1)].join('\n');
  const { parts } = readDocument(moved);
  expect([parts.length, parts[0]!.report.sections.length]).toEqual([1, 6]);
});

const titled = whole.replace(/^([1-6])、 /gm, (_, n: string) => `${'一二三四五六'[Number(n) - 1]}、`);

test.each([
  ['存在的主要问题及改进情况', '五3、0存在的1主要问题及0改进情18况 4 0 9'],
  ['收到和处理政府信息公开申请情况', '三（、本收列到数和据处的理勾政稽府关信系息为公：开第申一请项情加况'],
  ['收到和处理政府信息公开申请情况', '三、收到和处理政府信息公75开3申10请.0情2'],
  ['收到和处理政府信息公开申请情况', '三五、）收监到督和保处障理情况。明确分管领导'],
])('a heading (%s) that another line runs through is not said to be missing, and only whole lines are read', (title, written) => {
  const mixed = titled.replace(new RegExp(`^.、${title}$`, 'm'), written).replace(/^[⾏行]政强制 \d+$/m, '$& \n2\n');
  expect(mixed).not.toBe(titled);
  const { report } = readDocument(mixed).parts[0]!;
  const missing = checkReport(report).findings.filter(({ rule }) => rule === 'missing-section');
  expect(missing.map(({ severity }) => severity)).toEqual(['hint']);
  expect(report.tables.proactive!.rows.flatMap(({ cells }) => Object.values(cells))).toEqual([]);
});

test('a heading in other words is no mixed line', () => {
  const other = titled.replace(/^四、.*$/m, '四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况');
  expect(other).not.toBe(titled);
  expect(readDocument(other).parts[0]!.report.tables.applications!.status).toBe('read');
});
