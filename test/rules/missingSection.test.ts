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

test('a text that ends inside a table is said to be cut, not to lack its rows and sections', () => {
  const at = whole.indexOf('行政强制');
  const found = checkReport(readDocument(whole.slice(0, at)).parts[0]!.report).findings;
  const cut = found.filter(({ rule }) => rule === 'missing-section' || rule === 'missing-row');
  expect(cut.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['missing-row', 'hint'],
    ['missing-section', 'warning'],
  ]);
  expect(cut[0]!.message.zh).toContain('行政强制、行政事业性收费');
});

test('a table that lacks its last row, or rows before the end, lacks them', () => {
  const rows = (text: string) =>
    checkReport(readDocument(text).parts[0]!.report)
      .findings.filter(({ rule }) => rule === 'missing-row')
      .map(({ severity, row }) => [severity, row]);
  const end = whole.indexOf('\n', whole.indexOf('行政强制')) + 1;
  expect(rows(whole.slice(0, end))).toEqual([['warning', 'fees']]);
  expect(rows(whole.replace(/行政处罚[^\n]*\n/, ''))).toEqual([['warning', 'penalty']]);
});
