import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { statementsOf } from '../../server/src/prose/statements';
import type { Report, Row } from '../../server/src/report/report';
import { checkReport, readDocument } from '../../server/src/service';
import variants from '../../server/src/text/variants.json';

/** A report with table 二 only, as text from a PDF; `between` stands between its second and its third block. */
const fromPdf = (between: string) => `青岚县人民政府2024年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
行政规范性文件 8 26 66
第二十条第（五）项
信息内容 本年处理决定数量
行政许可 4722
${between}第二十条第（六）项
信息内容 本年处理决定数量
行政处罚 398
行政强制 88
第二十条第（八）项
信息内容 本年收费金额（单位：万元）
行政事业性收费 961.6
`;

const read = (text: string) => readDocument(text).parts[0]!.report;
const tableOf = (text: string) => read(text).tables.proactive!;

it.each(['- 3 -', '- ３ -', '第３页 共８页', '３／８'])('a page number (%s) inside a table is no value', (page) => {
  const table = tableOf(fromPdf(`${page}\n`));
  expect(table.coverage).toMatchObject({ rows: 6, cells: 10 });
  expect(table.rows.find((row) => row.id === 'licensing')?.cells.decisions?.value).toBe(4722);
});

it('rows beside a bare number are left unread, not said to be missing', () => {
  const report = read(fromPdf('3\n'));
  const table = report.tables.proactive!;
  expect(table.rows.map((row) => row.id)).toEqual(tableOf(fromPdf('')).rows.map((row) => row.id));
  const unread = table.rows.filter((row) => row.reading === 'missingValues').map((row) => row.id);
  expect(unread).toEqual(['licensing', 'penalty']);
  const found = checkReport(report).findings.filter((finding) => finding.table === 'proactive');
  expect(found.map(({ rule, severity, row }) => [rule, severity, row])).toEqual([
    ['missing-value', 'hint', 'licensing'],
    ['missing-value', 'hint', 'penalty'],
  ]);
});

it('invisible characters between all others set nothing apart', () => {
  const text = fromPdf('').split('').join('\u200b');
  expect(tableOf(text).coverage).toMatchObject({ rows: 6, cells: 10 });
});

const rows = [
  ['第二十条第（一）项'],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '8', '26', '66'],
  ['第二十条第（五）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', '4722'],
  ['第二十条第（六）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '398'],
  ['行政强制', '88'],
  ['第二十条第（八）项'],
  ['信息内容', '本年收费金额（单位：万元）'],
  ['行政事业性收费', '961.6'],
];
const titled = (table: string) => `青岚县人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${table}\n`;

it('bold type of Markdown is no part of a label or a number', () => {
  const bold = rows.map((row) => `| ${row.map((cell) => `**${cell}**`).join(' | ')} |`).join('\n');
  const table = tableOf(titled(bold));
  expect(table.coverage).toMatchObject({ rows: 6, cells: 10 });
  const cell = table.rows.find((row) => row.id === 'rules')!.cells.inForce!;
  expect([cell.text, cell.value]).toEqual(['0', 0]);
});

it('cells one a line with tabs are read where a copy doubled the line ends', () => {
  const once = rows.map((row) => row.map((cell) => `\t${cell}\n`).join('')).join('\n');
  for (const text of [titled(once), titled(once).replaceAll('\n', '\n\n')]) {
    const table = tableOf(text);
    expect(table.layout).toBe('tabCells');
    expect(table.coverage).toMatchObject({ rows: 6, cells: 10 });
    expect(table.rows.find((row) => row.id === 'normativeDocuments')?.cells.repealed?.value).toBe(26);
  }
});

it.each([
  ['one line', '\t'],
  ['a line each', '\n'],
])('the rows of a group that lost their labels are told by their order (cells on %s)', (_, separator) => {
  const text = readFileSync('test/fixtures/layouts/tabRows.clean.txt', 'utf8').split('\t').join(separator);
  const clean = read(text).tables.applications!;
  const denied = clean.rows.filter((row) => row.id.startsWith('denied.'));
  let merged = text;
  for (const { label } of [...denied].reverse()) merged = merged.slice(0, label.span.start) + merged.slice(label.span.end);
  expect(merged.length).toBeLessThan(text.length - 60);
  const table = read(merged).tables.applications!;
  const values = (rows: readonly Row[]) => rows.map((row) => [row.id, ...Object.values(row.cells).map((cell) => cell.value)]);
  expect(values(table.rows)).toEqual(values(clean.rows));
});

it.each([
  ['│', '├────┼────┤'],
  ['┃', '┣━━━━╋━━━━┫'],
  ['|', '+----+----+'],
])('lines drawn between the rows of a table (%s %s) are no rows', (bar, drawn) => {
  const clean = readFileSync('test/fixtures/layouts/pipeRows.clean.txt', 'utf8');
  const lines = clean.split('\n').flatMap((line) => (line.includes('|') ? [line.replaceAll('|', bar), drawn] : [line]));
  const counts = ({ tables }: Report) => Object.values(tables).map(({ id, coverage }) => [id, coverage.rows, coverage.cells]);
  expect(counts(read(lines.join('\n')))).toEqual(counts(read(clean)));
});

it('a text in traditional characters says the same, in tables and in prose', () => {
  const traditional = new Map(Object.entries(variants).map(([written, simplified]) => [simplified, written]));
  const simplified = readFileSync('test/fixtures/layouts/tabRows.clean.txt', 'utf8');
  const text = [...simplified].map((c) => traditional.get(c) ?? c).join('');
  expect(text).toContain('後');
  const said = (report: Report) => [
    Object.values(report.tables).map(({ coverage }) => coverage),
    report.sections.map(({ id }) => id),
    statementsOf(report).statements.map(({ topic, value }) => [topic, value]),
  ];
  expect(said(read(text))).toEqual(said(read(simplified)));
});
