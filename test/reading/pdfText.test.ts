import { describe, expect, it } from 'vitest';
import { forms } from '../../server/src/form/form';
import type { Report, Table } from '../../server/src/report/report';
import { checkReport, readDocument } from '../../server/src/service';

const read = (table: string): Report => readDocument(`青岚县人民政府2024年政府信息公开工作年度报告\n${table}`).parts[0]!.report;

/** The rows of a table that were read, each as its numbers. */
function numbersOf({ rows }: Table): Record<string, string> {
  const complete = rows.filter((row) => row.reading === 'complete');
  return Object.fromEntries(complete.map((row) => [row.id, row.expected.map((c) => row.cells[c]!.value).join(' ')]));
}

function applicationsIn(lines: string): Record<string, string> {
  const { applications } = read(`三、收到和处理政府信息公开申请情况\n${lines}\n四、政府信息公开行政复议、行政诉讼情况\n`).tables;
  return numbersOf(applications!);
}

it('the last line of a wrapped label is not taken for another label that it resembles', () => {
  const rows = applicationsIn(`2.重复申
请 0 0 18 0 0 0 18
3.要求提
供公开出
版物
4.无正当
理由大量
反复申请 0 45 0 0 0 0 45
5.要求行政机关确认或重新出具已获取信息 1 0 0 0 0 0 1`);
  expect(rows).not.toMatchObject({ 'rejected.repeated': '0 45 0 0 0 0 45' });
  expect(rows).toMatchObject({ 'rejected.reconfirmation': '1 0 0 0 0 0 1' });
});

it('a group label that is wrapped over lines is no part of the label below it', () => {
  const rows = applicationsIn(`(一)予以公开 539 755 126 0 0 247 1667
(三)不予公
开
1.属于国
家秘密 2211 51 7 0 0 4 2273
2.其他法
律行政法
规禁止公
开 621 71 103 0 0 1 796
3.危及“三安全一稳定” 0 0 0 0 0 0 0`);
  expect(rows).toEqual({
    granted: '539 755 126 0 0 247 1667',
    'denied.stateSecret': '2211 51 7 0 0 4 2273',
    'denied.prohibitedByLaw': '621 71 103 0 0 1 796',
    'denied.securityAndStability': '0 0 0 0 0 0 0',
  });
});

it('the end of a wrapped label that a group’s name ends with too is the row’s', () => {
  const rows = applicationsIn(`1.属于国家秘密 1 5 0 0 0 0 6
2.其他法律行政法规禁止
公开 33 8 0 0 0 0 41
3.危及“三安全一稳定” 0 0 0 0 0 0 0`);
  expect(rows).toMatchObject({ 'denied.prohibitedByLaw': '33 8 0 0 0 0 41' });
});

it('a group’s name in pieces below the values is no label that was left over', () => {
  const rows = applicationsIn(`（一）予以公开 18 1 2 0 0 0 22
（二）部分公开（区分处理的，只计这一
情形，不计其他情形）
32 0 0 0 0 0 32
（三）
不予公
开
1.属于国家秘密 0 0 0 0 0 0 0`);
  expect(rows).toMatchObject({ partlyGranted: '32 0 0 0 0 0 32' });
});

const oneALine = (...rows: readonly string[]) => rows.join(' ').replaceAll(' ', '\n');

it.each([
  ['below', '一、本年新收政府信息公开申请 914 136 0 706 0 0 112\n数量 5 8 19'],
  ['above', '5 19\n一、本年新收政府信息公开申请数量 914 136 0 706 0 0 112'],
  ['below, cells one a line', oneALine('一、本年新收政府信息公开申请 914 136 0 706 0 0 112 数量 5 8 19')],
  ['above, cells one a line', oneALine('申请人情况 5 19 一、本年新收政府信息公开申请数量 914 136 0 706 0 0 112')],
])('a row whose numbers wrap inside their cells is not read (their last digits %s)', (_, row) => {
  const next = '二、上年结转政府信息公开申请数量 147 0 0 14 0 0 161';
  const rows = applicationsIn(`${row}\n${row.includes(' ') ? next : oneALine(next)}`);
  expect(rows).toEqual({ carriedIn: '147 0 0 14 0 0 161' });
});

it('cells one a line: from values that stand before their label on, labels tell nothing', () => {
  const rows = applicationsIn(
    oneALine(
      '（一）予以公开 1 0 0 0 0 0 1',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形） 2 0 0 0 0 0 2',
      '1.属于国家秘密 0 1 0 0 0 0 1',
      '（三）不予公开 246 1 0 3 0 0 250',
      '2.其他法律行政法规禁止公开 146 0 0 0 0 0 146',
      '3.危及“三安全一稳定” 4.保护第三方合法权益 0 0 0 0 0 5 5',
    ),
  );
  expect(rows).toEqual({ granted: '1 0 0 0 0 0 1', partlyGranted: '2 0 0 0 0 0 2', 'denied.stateSecret': '0 1 0 0 0 0 1' });
});

it('cells one a line: values behind a list of labels, or before a label of several lines without any, are not read', () => {
  const rows = applicationsIn(
    oneALine(
      '（一）予以公开 47 434 0 35 0 0 516',
      '（二）部分公开（区分处 理的，只计这一情 形，不计其他情形）',
      '1.属于国家秘密 0 1 0 0 0 0 1',
      '2.其他法律行政法规禁止公开 3.危及“三安全一稳定” 4.保护第三方合法权益 2 1 0 0 3 3 9',
      '5.属于三类内部事务信息 1 0 0 0 0 0 1',
    ),
  );
  expect(rows).toEqual({ 'denied.stateSecret': '0 1 0 0 0 0 1', 'denied.internalAffairs': '1 0 0 0 0 0 1' });
});

it('cells one a line: a page number does not fill a blank total', () => {
  const labels = ['1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请'];
  const lines = labels.map((label, i) =>
    oneALine(`${label} 2 0 0 1 0 0 ${i === 2 ? '3 青岚县人民政府2024年政府信息公开工作年度报告' : ''}`),
  );
  expect(applicationsIn(lines.join('\n'))).toEqual({});
});

const proactiveIn = (...rows: readonly string[]) => {
  const { proactive } = read(`二、主动公开政府信息情况\n${oneALine(...rows)}\n三、收到和处理政府信息公开申请情况\n`).tables;
  return proactive!.rows
    .filter((row) => row.reading === 'complete')
    .map((row) => [row.id, ...row.expected.map((c) => row.cells[c]!.value)]);
};

it('cells one a line: a number above its label is not the next label’s', () => {
  expect(
    proactiveIn(
      '第二十条第（五）项 信息内容 本年处理决定数量 行政许可 3494',
      '第二十条第（六）项 信息内容 本年处理决定数量 1187 行政处罚 208 行政强制',
      '第二十条第（八）项 信息内容 本年收费金额（单位：万元） 行政事业性收费 35.6',
    ),
  ).toEqual([
    ['licensing', 3494],
    ['fees', 35.6],
  ]);
});

it('cells one a line: the last of a list of labels does not take the number behind it', () => {
  expect(
    proactiveIn(
      '本年处理决定数量 行政许可 信息内容 行政处罚 行政强制 4838',
      '信息内容 行政事业性收费 986 第二十条第（八）项 本年收费金额（单位：万元） 3119.03',
    ),
  ).toEqual([]);
});

it('cells one a line: a number that ran together with the header below it may be the row’s above', () => {
  const { proactive } = read(
    '二、主动公开政府信息情况\n本年处理决定数量\n行政处罚\n行政强制\n1200\n1000 第二十条第（八）项\n本年收费金额（单位：万元）\n行政事业性收费\n35.6\n',
  ).tables;
  expect(proactive!.rows.filter((row) => row.reading === 'complete').map((row) => row.id)).toEqual(['fees']);
});

it('cells one a line: a number below a running title may be the row’s above', () => {
  expect(
    proactiveIn(
      '信息内容 本年制发件数 本年废止件数 现行有效件数',
      '规章 0 0 0 行政规范性文件 4 0 0 青岚县人民政府2024年政府信息公开工作年度报告 0',
      '第二十条第（五）项 信息内容 本年处理决定数量 行政许可 8',
    ),
  ).toEqual([
    ['rules', 0, 0, 0],
    ['licensing', 8],
  ]);
});

const disputesIn = (header: string, values: string) => {
  const { disputes } = read(
    `四、政府信息公开行政复议、行政诉讼情况\n${oneALine(header, values)}\n五、存在的主要问题及改进情况\n`,
  ).tables;
  return disputes!.rows.map((row) => row.expected.map((c) => row.cells[c]!.value).join(' '));
};
const cycle = '结果 维持 结果 纠正 其他 结果 尚未 审结 总计';
const inOrder = `行政复议 行政诉讼 未经复议直接起诉 复议后起诉 ${cycle} ${cycle} ${cycle}`;
const scrambled = `行政复议 ${cycle} 行政诉讼 总计 尚未 审结 总计 结果 维持 结果 纠正 结果 纠正 其他 结果 其他 结果 尚未 审结 结果 维持`;

it.each([
  ['in order', inOrder, '3 0 0 1 4 0 0 0 0 0 2 0 0 0 2', ['3 0 0 1 4', '0 0 0 0 0', '2 0 0 0 2']],
  ['in order, one group wrong', inOrder, '3 0 0 1 5 0 0 0 0 0 2 0 0 0 2', ['3 0 0 1 5', '0 0 0 0 0', '2 0 0 0 2']],
  ['in order, two groups wrong', inOrder, '3 0 0 4 1 0 0 0 0 0 0 2 0 0 0', []],
  ['in another order', scrambled, '3 0 0 1 4 0 0 0 0 0 2 0 0 0 2', []],
  ['in another order above zeros', scrambled, '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0', ['0 0 0 0 0', '0 0 0 0 0', '0 0 0 0 0']],
])('cells one a line: the cases below a header %s', (_, header, values, expected) => {
  expect(disputesIn(header, values)).toEqual(expected);
});

it('a wrapped number is seen behind a page break and beside the last piece of a label', () => {
  const rows = applicationsIn(`(一)予以公开 0 1 0 0 0 0 1
3.危及“三安全一稳 102 176 0 1 0 0 119
果
定” 1 8
(七)总计 1784 1357 918 0 0 446 2056
<!-- PAGE_BREAK -->
7 8
四、结转下年度继续办理 5 0 0 0 0 0 5`);
  expect(rows).toEqual({ granted: '0 1 0 0 0 0 1', carriedOut: '5 0 0 0 0 0 5' });
});

it('a row above the label of several lines that has no values is not read: they may be that label’s', () => {
  const rows = applicationsIn(`二、上年结转政府信息公开申请数量 147 0 0 14 0 0 161
（一）予以公开 47 434 0 35 0 0 516
（二）部分公开（区分处
理的，只计这一情
形，不计其他情形）
1.属于国家秘密 32 44 0 64 0 0 140
2.其他法律行政法规禁止公开 3 0 0 0 0 0 3`);
  expect(rows).toEqual({
    carriedIn: '147 0 0 14 0 0 161',
    'denied.stateSecret': '32 44 0 64 0 0 140',
    'denied.prohibitedByLaw': '3 0 0 0 0 0 3',
  });
});

it('below the first row’s label without numbers no label around numbers tells whose they are', () => {
  const rows = applicationsIn(`自然人 法人或其他组织 总计
一、本年新收政府信息公开 申
请数量
二、上年结转政府信息 公开申 1347 819 85 402 216 25 2894
请数量
0 0 131 140 0 0 271
（一）予以公开 56 0 0 0 0 0 56`);
  expect(rows).toEqual({ granted: '56 0 0 0 0 0 56' });
});

it('numbers beside （六） are not its own where one of its rows is known by its number', () => {
  const rows = applicationsIn(`5.要求行政机关确认或重新出具已获取信息 18 0 0 1 0 3 22
（六）其他处理 0 1 0 0 0 18 19 1. 申请人无正当理
由逾期不补正、行政机关不再处理其政府信息公开申请
2. 申请人逾期未按 18 16 0 10 0 0 44
收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
3. 其他 0 0 149 0 0 0 149`);
  expect(rows.other).toBeUndefined();
  expect(rows).toMatchObject({ 'other.miscellaneous': '0 0 149 0 0 0 149' });
});

it('decimals that blanks set apart from their number belong to it', () => {
  const { proactive } = read(
    '二、主动公开政府信息情况\n行政许可 3\n行政处罚 1\n行政强制 0\n行政事业性收费 3119 .03\n三、收到和处理政府信息公开申请情况\n',
  ).tables;
  expect(proactive!.rows.find((row) => row.id === 'fees')!.cells.amount).toMatchObject({
    text: '3119 .03',
    value: 3119.03,
    decimals: 2,
  });
});

it('three pieces that are a page number before the next label are no values', () => {
  const { proactive } = read(
    '二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n- 9 - 行政规范性文件 0 0 0\n行政许可 3\n',
  ).tables;
  expect(proactive!.rows.find((row) => row.id === 'rules')?.cells ?? {}).toEqual({});
});

it('cells one a line: a number behind its label on one line, and two numbers far apart on one, are cells of their own', () => {
  expect(
    applicationsIn(
      '一、本年新收政府信息公开申请数量 110\n0\n30\n36\n15\n0  191\n二、上年结转政府信息公开申请数量\n14\n0\n3\n1\n0\n0\n18\n三、本年度办理结果',
    ),
  ).toEqual({ received: '110 0 30 36 15 0 191', carriedIn: '14 0 3 1 0 0 18' });
});

it.each([
  ['行政许可\n12\n行政处罚\n5\n行政强制\n0\n本年收费金额（单位：万元）\n行政事业性收费\n0\n2', 'hint'],
  ['| 行政许可 | 12 |\n| --- | --- |\n| 行政处罚 | 5 |\n| 行政强制 | 0 |\n| 行政事业性收费 | 0 | 2 |', 'warning'],
])('a number too many is said to be one only where the layout shows cells', (rows, severity) => {
  const found = checkReport(read(`二、主动公开政府信息情况\n${rows}\n\n三、收到和处理政府信息公开申请情况\n`)).findings;
  expect(found.filter((f) => f.rule === 'missing-column').map((f) => [f.row, f.severity])).toEqual([['fees', severity]]);
});

it('cells one a line: an ordinal on a line of its own is its label’s, not the row’s above', () => {
  expect(
    applicationsIn(
      oneALine(
        '（一）予以公开 1 0 0 0 0 0 1',
        '1 ．属于国家秘密 2 0 0 0 0 0 2',
        '2 ．其他法律行政法规禁止公开 0 3 0 0 0 0 3',
        '3 ．危及“三安全一稳定”',
      ),
    ),
  ).toEqual({ granted: '1 0 0 0 0 0 1', 'denied.stateSecret': '2 0 0 0 0 0 2', 'denied.prohibitedByLaw': '0 3 0 0 0 0 3' });
});

it('the first rows belong to the table also where numbers touch every label above', () => {
  expect(
    applicationsIn(`等于第三项加第四项之和）申请人情况
自然人法人或其他组织
一、本年新收政府信息公开申请数量3001 53 0 0 61 4 3119
二、上年结转政府信息公开申请数量34 0 0 0 0 0 34
果（一）予以公开1288 21 0 0 50 3 1362
2.其他法律行政法规禁止公开 30 1 0 0 0 0 31`),
  ).toEqual({
    received: '3001 53 0 0 61 4 3119',
    carriedIn: '34 0 0 0 0 0 34',
    granted: '1288 21 0 0 50 3 1362',
    'denied.prohibitedByLaw': '30 1 0 0 0 0 31',
  });
});

const proactiveValues = (rows: string) => {
  const { proactive } = read(`二、主动公开政府信息情况\n${rows}\n三、收到和处理政府信息公开申请情况\n`).tables;
  return numbersOf(proactive!);
};
const belowLabels = `   第二十条 第（一）项
   信息内容        本年制发件数    本年废止件数   现行有效件数
   规章
                   1        0        11
   行政规范性文件
                   8        26       66
   第二十条 第（五）项
   信息内容        本年处理决定数量`;

const lastRows = ['行政许可 447228', '行政处罚 3985758', '行政强制 88283', '行政事业性收费 96171.6'];

it.each([
  ['below the labels everywhere', '\n                   '],
  ['beside the labels of the last rows', '        '],
])('rows of the proactive table whose numbers stand %s are read', (_, gap) => {
  expect(proactiveValues(`${belowLabels}\n${lastRows.join('\n').replaceAll(' ', gap)}`)).toEqual({
    rules: '1 0 11',
    normativeDocuments: '8 26 66',
    licensing: '447228',
    penalty: '3985758',
    coercion: '88283',
    fees: '96171.6',
  });
});

describe('cells one a line: rows whose labels stand below them', () => {
  const form = forms['2021'].tables.applications.rows;
  const outcomes = form.slice(2, -2).map(({ id }, i) => [id, i] as const);
  const sum = outcomes.reduce((n, [, count]) => n + count, 0);
  const counts = new Map<string, number>([
    ...outcomes,
    ['received', sum - 1],
    ['carriedIn', 4],
    ['outcomeTotal', sum],
    ['carriedOut', 3],
  ]);
  const numbers = (id: string) => `${counts.get(id)} 0 0 0 0 0 ${counts.get(id)}`;
  const labelOf = (id: string) => form.find((row) => row.id === id)!.label;
  const late = new Set<string>([
    'granted',
    'partlyGranted',
    'rejected.reconfirmation',
    'other.correctionLapsed',
    'other.feeLapsed',
  ]);
  /** The table as a stream: labels of several lines come behind all numbers. */
  const stream = (numbersOf = numbers) =>
    [
      ...form.map(({ id, label }) => oneALine(`${late.has(id) ? '' : `${label} `}${numbersOf(id)}`)),
      ...[...late].map(labelOf),
    ].join('\n\n');

  it('are read in the form’s order where everything adds up', () => {
    expect(applicationsIn(stream())).toEqual(Object.fromEntries(form.map(({ id }) => [id, numbers(id)])));
  });

  it('are not read where it does not', () => {
    const rows = applicationsIn(stream((id) => (id === 'granted' ? '1 0 0 0 0 0 1' : numbers(id))));
    expect(Object.keys(rows).filter((id) => late.has(id))).toEqual([]);
  });

  it('are not read where a label above them says otherwise', () => {
    const text = stream().replace(labelOf('carriedIn'), labelOf('granted'));
    expect(Object.keys(applicationsIn(text)).filter((id) => late.has(id))).toEqual([]);
  });
});
