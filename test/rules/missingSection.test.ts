import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forms } from '../../server/src/form/form';
import { checkReport, readDocument } from '../../server/src/service';

const whole = readFileSync('test/fixtures/rules/missing-section/valid.txt', 'utf8');

/** What the rule says of a text: how grave it is, and its message. */
function missingIn(text: string): { severity: string; message: string }[] {
  const { findings } = checkReport(readDocument(text).parts[0]!.report);
  const own = findings.filter((finding) => finding.rule === 'missing-section');
  return own.map(({ severity, message }) => ({ severity, message: message.zh }));
}

test.each([
  ['五、存在的主要问题及改进情况', '（五）存在的主要问题及改进情况'],
  ['五、存在的主要问题及改进情况', '（5）存在的主要问题及改进情况'],
  ['二、主动公开政府信息情况', '（一）主动公开政府信息情况'],
])(
  'a section whose title has another kind of number, or its table below, is not said to be missing: %s as %s',
  (title, written) => {
    const found = missingIn(whole.replace(title, written));
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
    expect(found[0]!.message).toContain('序号');
  },
);

test('a sub-heading with the title of a section that is not there is not taken for its heading', () => {
  const text = readFileSync('test/fixtures/rules/missing-section/invalid-sub-heading.txt', 'utf8').replace(/[⟦⟧]|\{.*?\}/gu, '');
  const found = missingIn(text);
  expect(found.map(({ severity }) => severity)).toEqual(['error']);
  expect(found[0]!.message).toMatch(/^缺少“二、/u);
});

const begun = '青岚县水务局2023年政府信息公开工作年度报告\n一、总体情况\n全年公开政府信息44条，';

test('a text that breaks off gets one warning for all that is behind', () => {
  const found = missingIn(`${begun}加强政府信息日常管`);
  expect(found.map(({ severity }) => severity)).toEqual(['warning']);
  expect(found[0]!.message).toContain('第二、三、四、五、六部分');
});

test.each([
  '均按时更新。',
  '均按时更新。\n青岚县水务局',
  '均按时更新\n青岚县水务局\n2024年1月20日',
  '均按时更新。\n附件：青岚县水务局，2023年统计表',
  '均按时更新\t44',
])('a text that ends as texts end lacks every section by itself: %j', (end) => {
  expect(missingIn(begun + end).map(({ severity }) => severity)).toEqual(Array(5).fill('error'));
});

test('a section that is missing before the place where the text breaks off is reported by itself', () => {
  const text = whole
    .replace(/三、收到和处理[^]*?(?=四、政府信息公开行政复议)/u, '')
    .replace(/一是公开的[^]*$/u, '一是公开不够及时，二是培训');
  expect(missingIn(text).map(({ severity }) => severity)).toEqual(['error', 'warning']);
});

const titles = forms['2021'].sections.map(({ number, title }) => `${number}、${title}`);

/** The sections read in a text, each with where its heading stands. */
function headingsRead(text: string): [string, number][] {
  const { sections } = readDocument(text).parts[0]!.report;
  return sections.map((section) => [section.id, section.heading!.span.start]);
}

test('headings glued into one line are read, behind a list of all titles too', () => {
  const content = '本部门认真落实条例要求，逐项梳理应当公开的内容，做到及时、准确、完整，未发现遗漏，也未收到投诉。';
  const body = titles.map((title) => `${title} ${content}`).join('');
  const name = '青岚县水务局2023年政府信息公开工作年度报告 ';
  const places = titles.map((title) => (name + body).indexOf(title));
  expect(headingsRead(name + body).map(([, start]) => start)).toEqual(places);
  const list = `目录 ${titles.join(' ')} `;
  const moved = places.map((place) => place + list.length);
  expect(headingsRead(name + list + body).map(([, start]) => start)).toEqual(moved);
});

test('a heading glued to its text is read where the headings above it have lines of their own', () => {
  const text = `青岚县水务局2023年政府信息公开工作年度报告\n${titles.slice(0, 4).join('\n见附表。\n')}\n${titles[4]}一是公开不够及时。\n${titles[5]}没有收取信息处理费。\n`;
  expect(headingsRead(text).map(([id]) => id)).toContain('problems');
  expect(headingsRead(text).map(([id]) => id)).toContain('otherMatters');
});

/** Every finding of a text, as its rule and severity. */
function findingsOf(text: string): string[] {
  const { findings } = checkReport(readDocument(text).parts[0]!.report);
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

const cutText = readFileSync('test/fixtures/layouts/pipeRows.groupBars.txt', 'utf8').replace(
  /\| \| 1 (?:\| ){5}1 /u,
  '| 0 | 1 | 0 | 0 | 0 | 0 | 1 ',
);

test.each([
  ['prose without a comma', '公开信息平台建设', 6],
  ['a sub-heading', '(四)平台建', 4],
  ['prose that speaks of contacts', '落实备案工作', 6, '落实备案工作,联系电话、地址'],
  ['a label that ends like the name of an organ', '(六)其他处', 6],
  ['a number', '未发现遗漏,占0.', 0, '未发现遗漏,占0.'],
  ['the heading of the next section', '三、收到和处理政府信息公开申请情况', 11],
  ['the heading of the next section, nearly whole', '三、收到和处理政府信息公开申请情况', 16],
  ['the whole heading of the next section', '三、收到和处理政府信息公开申请情况', 17],
  ['the note of a table', '(本列数据的勾稽关系', 7],
  ['the header of a table', '信息内容 | 本年收费金额(单位:万元)', 18],
  ['the label of a row', '行政强制', 3],
  ['a row', '| (七)总计 | 11 | 3 | 0', 16],
  ['the total of a row', '| (七)总计 | 11 | 3 | 0 | 1 | 0 | 0 | 15', 33],
  ['the last number of a row', '行政处罚 | 0 |', 8],
])('a text that breaks off gets one warning and no blame for what is lost: %s', (_, where, length, instead?) => {
  const at = cutText.indexOf(where);
  const text = at < 0 ? cutText.slice(0, cutText.indexOf('加强。')) + (instead ?? where) : cutText.slice(0, at + length);
  expect(findingsOf(text).filter((finding) => finding !== 'incomplete-table hint')).toEqual(['missing-section warning']);
});

test('a last section that breaks off in a sentence is not said to lack a statement on fees', () => {
  const at = cutText.indexOf('本年度未收取信息处理费');
  expect(findingsOf(`${cutText.slice(0, at)}全年扎实推进各项重点工作，按期完成任务，全年新增`)).toEqual([]);
  expect(findingsOf(`${cutText.slice(0, at)}没有其他需要报告的事项`)).toEqual(['fee-statement warning']);
});

test('a text that breaks off before the first section gets one warning too', () => {
  const title = cutText.slice(0, cutText.indexOf('一、总体情况'));
  expect(findingsOf(`${title}本年报按照条例的要求编制,如对本报告有疑问,请与云岭县司法局办`)).toEqual(['missing-section warning']);
  expect(findingsOf(`${title}本年报按照条例的要求编制。`).filter((f) => f === 'missing-section error')).toHaveLength(6);
});

test('a number that the end of a text may have shortened is not read', () => {
  const rows = (text: string) => readDocument(text).parts[0]!.report.tables.applications!.rows;
  const at = cutText.indexOf('| 15 |', cutText.indexOf('(七)总计'));
  expect(rows(cutText.slice(0, at + 3)).at(-1)!.reading).toBe('missingValues');
  expect(rows(cutText.slice(0, at + 6)).at(-1)!.reading).toBe('complete');
});

test('a text that ends inside a table is said to be cut, not to lack its rows and sections', () => {
  const at = whole.indexOf('行政强制');
  const found = checkReport(readDocument(whole.slice(0, at)).parts[0]!.report).findings;
  const cut = found.filter(({ rule }) => rule === 'missing-section' || rule === 'missing-row');
  expect(cut.map(({ rule, severity }) => [rule, severity])).toEqual([['missing-section', 'warning']]);
});

test('a table that lacks its last row, or rows before the end, lacks them', () => {
  const rows = (text: string) =>
    checkReport(readDocument(text).parts[0]!.report)
      .findings.filter(({ rule }) => rule === 'missing-row')
      .map(({ severity, row }) => [severity, row]);
  expect(rows(whole.replace(/行政事业性收费[^\n]*\n/, ''))).toEqual([['warning', 'fees']]);
  expect(rows(whole.replace(/行政处罚[^\n]*\n/, ''))).toEqual([['warning', 'penalty']]);
});

test('headings are found in text of a PDF that stands in one line or broken lines, in radicals or traditional characters', () => {
  const oneLine = whole.replace(/\s*\n\s*/gu, ' ').replace(/[一二行工人]/gu, (c) => '⼀⼆⾏⼯⼈'['一二行工人'.indexOf(c)]!);
  expect(missingIn(oneLine)).toEqual([]);
  const broken = whole.replaceAll('行政复议、行政诉讼情况', '\n⾏\n政複議、⾏\n政訴訟情況').replace('总体情况\n', '總體情況\n');
  expect(missingIn(broken)).toEqual([]);
});

test('a heading in bold type that was set twice is that heading', () => {
  const { report } = readDocument(
    whole.replace('五、存在的主要问题及改进情况', '五、存在的主要问题及改进情况五、存在的主要问题及改进情况'),
  ).parts[0]!;
  expect(report.sections[4]!.heading).toMatchObject({ match: 'exact', title: { text: '存在的主要问题及改进情况' } });
  expect(checkReport(report).findings.filter(({ rule }) => rule.startsWith('section-'))).toEqual(
    checkReport(readDocument(whole).parts[0]!.report).findings.filter(({ rule }) => rule.startsWith('section-')),
  );
});

test('a list of the headings behind a report is no other report', () => {
  const list = titles.map((title) => `  • ${title}\n`).join('');
  expect(readDocument(`${whole}\nDocument Outline\n${list}`).parts.length).toBe(1);
  expect(readDocument(list).parts.length).toBe(1);
});

test('a heading that was lost with the end of the table before it is not the author’s mistake', () => {
  const lost = (end: RegExp) => missingIn(whole.replace(end, '\n')).map(({ severity }) => severity);
  expect(lost(/一、本年新收政府信息公开申请数量[^]*?四、政府信息公开行政复议、行政诉讼情况\n/u)).toEqual(['hint']);
  expect(lost(/四、政府信息公开行政复议、行政诉讼情况\n/u)).toEqual(['warning']);
});
