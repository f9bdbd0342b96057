import { expect, it } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const before = `青岚县人民政府2024年政府信息公开工作年度报告
二、主动公开政府信息情况
`;
const tableOf = (drawn: string) => readDocument(before + drawn).parts[0]!.report.tables.proactive!;
const valuesOf = (drawn: string) =>
  tableOf(drawn).rows.map((row) => [row.id, ...Object.values(row.cells).map((cell) => cell.value)]);

/** Narrow columns, as converters draw them: labels and one number take several lines. */
const wrapped = `+-----------+-------+-------+-------+
| 第二十条第（一）项                |
+-----------+-------+-------+-------+
| 信息内容  | 本年制| 本年废| 现行有|
|           | 发件数| 止件数| 效件数|
+-----------+-------+-------+-------+
| 规章      | 0     | 0     | 0     |
+-----------+-------+-------+-------+
| 行政规范性| 8     | 26    | 1     |
| 文件      |       |       | 66    |
+-----------+-------+-------+-------+
| 第二十条第（五）项                |
+-----------+-----------------------+
| 信息内容  | 本年处理决定数量      |
+-----------+-----------------------+
| 行政许可  | 4722                  |
+-----------+-----------------------+
| 第二十条第（六）项                |
+-----------+-----------------------+
| 信息内容  | 本年处理决定数量      |
+-----------+-----------------------+
| 行政处罚  | 398                   |
+-----------+-----------------------+
| 行政强制  | 88                    |
+-----------+-----------------------+
| 第二十条第（八）项                |
+-----------+-----------------------+
| 信息内容  | 本年收费金额（单位：万|
|           | 元）                  |
+-----------+-----------------------+
| 行政事业性| 961.6                 |
| 收费      |                       |
+-----------+-----------------------+
`;

it('the lines between two rules are one row', () => {
  const table = tableOf(wrapped);
  expect(table.layout).toBe('ruledRows');
  expect(table.coverage).toMatchObject({ rows: 6, cells: 10 });
  expect(table.rows.find((row) => row.id === 'fees')?.cells.amount?.value).toBe(961.6);
  expect(table.header.map((cell) => cell.column)).toEqual(
    expect.arrayContaining(['issued', 'repealed', 'inForce', 'decisions', 'amount']),
  );
});

it('a number broken over the lines of its cell is not read, and nobody is said to have written it wrong', () => {
  const report = readDocument(before + wrapped).parts[0]!.report;
  const { cells } = report.tables.proactive!.rows.find((row) => row.id === 'normativeDocuments')!;
  expect([cells.issued?.value, cells.repealed?.value, cells.inForce?.value]).toEqual([8, 26, null]);
  const found = checkReport(report).findings.filter((finding) => finding.table === 'proactive');
  expect(found.map(({ rule, severity, column }) => [rule, severity, column])).toEqual([['not-a-count', 'hint', 'inForce']]);
});

it('a rule that is gone leaves two rows in one: neither is read', () => {
  const rule = '+-----------+-----------------------+\n';
  const table = tableOf(wrapped.replace(`398                   |\n${rule}`, '398                   |\n'));
  expect(table.rows.filter((row) => ['penalty', 'coercion'].includes(row.id))).toEqual([]);
});

it('a label that was moved out of its cell leaves its row unread where the text ends in it', () => {
  const moved = `${wrapped.slice(0, wrapped.indexOf('| 行政规范性'))}行政规范性文件 |           | 8     | 26    `;
  for (const cut of [moved, `${moved}| `]) {
    const values = valuesOf(cut).flatMap(([, ...row]) => row.filter((value) => value !== null));
    expect(values).toEqual([0, 0, 0]);
  }
});

const applicationsOf = (drawn: string) =>
  readDocument(
    `青岚县人民政府2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n${drawn}四、政府信息公开行政复议、行政诉讼情况\n`,
  ).parts[0]!.report.tables.applications!.rows.map((row) =>
    [row.id, ...row.expected.map((column) => row.cells[column]?.value ?? '')].join(' '),
  );

it('drawn columns are those of rows with blank cells, too', () => {
  const drawn = `
+----------------+----------------+---+---+---+---+---+---+---+
| 一、本年新收政 |                | 8 | 0 | 0 | 0 | 0 | 0 | 8 |
| 府信息公开申请 |                |   |   |   |   |   |   |   |
| 数量           |                |   |   |   |   |   |   |   |
+----------------+----------------+---+---+---+---+---+---+---+
| 三、本年度办理 | （一）予以公开 | 5 | 0 |   | 0 | 0 | 0 |   |
| 结果           |                |   |   |   |   |   |   |   |
+----------------+----------------+---+---+---+---+---+---+---+
|                | （七）总计     |   | 8 | 0 | 0 |   | 0 |   |
+----------------+----------------+---+---+---+---+---+---+---+
`;
  expect(applicationsOf(drawn)).toEqual(['received 8 0 0 0 0 0 8', 'granted 5 0  0 0 0 ', 'outcomeTotal  8 0 0  0 ']);
});

it('a plus begins a line with a rule also where its first cell goes on', () => {
  const drawn = `
+----------+----------------+---+---+---+---+---+---+---+
| （六）其 | 1.申请人无正当 | 5 |   | 0 | 0 | 0 | 0 | 5 |
| 他处理   | 理由逾期不补正 |   |   |   |   |   |   |   |
|          | 、行政机关不再 |   |   |   |   |   |   |   |
|          | 处理其政府信息 |   |   |   |   |   |   |   |
|          | 公开申请       |   |   |   |   |   |   |   |
+          +----------------+---+---+---+---+---+---+---+
|          | 2.申请人逾期未 | 3 |   | 0 | 0 | 0 | 0 | 3 |
|          | 按收费通知要求 |   |   |   |   |   |   |   |
|          | 缴纳费用、行政 |   |   |   |   |   |   |   |
|          | 机关不再处理其 |   |   |   |   |   |   |   |
|          | 政府信息公开申 |   |   |   |   |   |   |   |
|          | 请             |   |   |   |   |   |   |   |
+----------+----------------+---+---+---+---+---+---+---+
`;
  expect(applicationsOf(drawn)).toEqual(['other.correctionLapsed 5  0 0 0 0 5', 'other.feeLapsed 3  0 0 0 0 3']);
});

it('the halves of two broken rows are not joined', () => {
  const drawn = `
+----------------+---+---+---+---+---+---+---+
| （一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
+----------------+---+---+---+---+---+---+---+
| 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 |
 0 | 0 |
+----------------+---+---+---+---+---+---+---+
| 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0
| 0 | 0 |
+----------------+---+---+---+---+---+---+---+
| （七）总计     | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
+----------------+---+---+---+---+---+---+---+
`;
  const read = applicationsOf(drawn).filter((row) => /\d/.test(row));
  expect(read).toEqual(['granted 5 0 0 0 0 0 5', 'outcomeTotal 5 0 0 0 0 0 5']);
});

it('rules below the header and at the end alone end no rows', () => {
  const rows = ['行政处罚 | 398 |', '行政强制 | 88 |'].map((row) => `| ${row}`).join('\n');
  const table = tableOf(`+------+----+\n| 信息内容 | 本年处理决定数量 |\n+------+----+\n${rows}\n+------+----+\n`);
  const values = ['penalty', 'coercion'].map((id) => table.rows.find((row) => row.id === id)?.cells.decisions?.value);
  expect(values).toEqual([398, 88]);
});

it('a line that a longer number made longer is read as before', () => {
  const table = tableOf(wrapped.replace('| 规章      | 0     ', '| 规章      | 123456789     '));
  expect(table.rows.find((row) => row.id === 'rules')?.cells.issued?.value).toBe(123456789);
  expect(table.coverage).toMatchObject({ rows: 6, cells: 10 });
});

it('numbers alone on the next line of the same fields leave the row above unread', () => {
  const table = tableOf(`| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 398 |\n| 行政强制 | 8 |\n|  | 8 |\n`);
  const values = ['penalty', 'coercion'].map((id) => table.rows.find((row) => row.id === id)?.cells.decisions?.value);
  expect(values).toEqual([398, undefined]);
});

const underStrokes = `
  ----------------------------------------------------------------
  第二十条第（一）项
  ------------------ -------------- -------------- --------------
  信息内容           本年制发件数   本年废止件数   现行有效件数

  规章                                              0

  行政规范性          8              26             66
  文件

  第二十条第（五）项

  信息内容           本年处理决定数
                     量

  行政许可            4722
  ----------------------------------------------------------------
`;

it('runs of strokes show the columns, blank ones too, and blank lines the rows', () => {
  expect(valuesOf(underStrokes)).toEqual([
    ['rules', null, null, 0],
    ['normativeDocuments', 8, 26, 66],
    ['licensing', 4722],
  ]);
});

it('a column’s name that a broken line put below another cell is not that cell’s, in traditional characters too', () => {
  const broken = `
  ------------------ ---------------- -----------
  第二十條第（八）項

  信息內容           上一年項目數量
  本年增/減

  行政事業性收費      16               -5
  ------------------ ---------------- -----------
`;
  const fees = tableOf(broken).rows.find((row) => row.id === 'fees')!;
  const read = Object.entries(fees.cells).map(([column, { value }]) => [column, value]);
  expect(read).not.toContainEqual(['change', 16]);
  expect(read).not.toContainEqual(['previousItems', -5]);
});

it('a number that an edit moved to the place of another column leaves its row unread', () => {
  const moved = underStrokes.replace(' 8              26             66', ' 8              2666666666666   66');
  expect(valuesOf(moved)[1]).toEqual(['normativeDocuments', null, null, null]);
});

it.each([
  ['some', ' 8     26                      '],
  ['zeros, far apart', ' 0           0                 '],
])('numbers of several columns in one leave their row unread, and the author is not blamed (%s)', (_, numbers) => {
  const moved = underStrokes.replace(' 8              26             66', numbers);
  expect(valuesOf(moved)[1]).toEqual(['normativeDocuments', null, null, null]);
  const { findings } = checkReport(readDocument(before + moved).parts[0]!.report);
  expect(findings.filter(({ row }) => row === 'normativeDocuments').map(({ severity }) => severity)).toEqual(['hint']);
});
