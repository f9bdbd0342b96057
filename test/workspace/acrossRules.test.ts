import { describe, expect, test } from 'vitest';
import type { Report } from '../../server/src/report/report';
import { ruleById } from '../../server/src/rules/index';
import type { FindingDraft, OtherReport, RuleContext } from '../../server/src/rules/rule';
import { handReport, type HandReport, type Numbers } from '../support/handReport';

const other = (report: Report, file = 'other.txt'): OtherReport => ({ file, start: 0, report });

function check(rule: string, report: Report, context: RuleContext): FindingDraft[] {
  return [...ruleById(rule)!.check(report, context)];
}

/** Where findings stand and what they say, e.g. `carriedIn/total 3≠5`. */
function told(findings: readonly FindingDraft[]): string[] {
  return findings.map((f) => `${f.row}/${f.column} ${f.actual}≠${f.expected ?? '?'}`);
}

function against(rule: string, now: HandReport, before: HandReport): FindingDraft[] {
  const previous = other(handReport({ year: 2022, ...before }));
  return check(rule, handReport(now), { previous });
}

describe('carry-over', () => {
  const carried = (row: 'carriedIn' | 'carriedOut', cells: Numbers[string]) => ({ tables: { applications: { [row]: cells } } });
  const cases: readonly (readonly [string, Numbers[string], Numbers[string], string[]])[] = [
    ['equal', { naturalPerson: 3, total: 3 }, { naturalPerson: 3, total: 3 }, []],
    ['one column', { naturalPerson: 3, business: 1 }, { naturalPerson: 3, business: 0 }, ['carriedIn/business 1≠0']],
    [
      'two columns',
      { naturalPerson: 2, total: 2 },
      { naturalPerson: 3, total: 3 },
      ['carriedIn/naturalPerson 2≠3', 'carriedIn/total 2≠3'],
    ],
    [
      're-typed applicants',
      { naturalPerson: 2, business: 1, total: 3 },
      { naturalPerson: 3, business: 0, total: 3 },
      ['carriedIn/naturalPerson 2≠3', 'carriedIn/business 1≠0'],
    ],
    ['blank here', { total: null }, { total: 3 }, []],
    ['blank there', { total: 3 }, { total: null }, []],
    ['no column there', { total: 3 }, {}, []],
    ['not a count', { total: 1.5 }, { total: 3 }, []],
  ];
  test.each(cases)('%s', (_, now, before, expected) => {
    expect(told(against('carry-over', carried('carriedIn', now), carried('carriedOut', before)))).toEqual(expected);
  });

  test('relates to the cell in the other file and says what to do', () => {
    const previous = other(handReport({ year: 2022, ...carried('carriedOut', { total: 3 }) }), '2022.txt');
    const [finding] = check('carry-over', handReport(carried('carriedIn', { total: 5 })), { previous });
    const related = finding!.related![0]!;
    expect(related.other).toBe(previous);
    expect(previous.report.text.slice(related.span.start, related.span.end)).toBe('3');
    expect(finding!.message.zh).toMatch(/上年结转.*为 5，而青岚县财政局2022年报告.*为 3/);
  });

  test('an incomplete table, a row that occurs twice and a missing report say nothing', () => {
    const report = handReport(carried('carriedIn', { total: 5 }));
    const table = report.tables.applications!;
    const before = other(handReport(carried('carriedOut', { total: 3 })));
    const cut = { ...report, tables: { applications: { ...table, status: 'incomplete' as const } } };
    const twice = { ...report, tables: { applications: { ...table, rows: [...table.rows, ...table.rows] } } };
    expect(check('carry-over', cut, { previous: before })).toEqual([]);
    expect(check('carry-over', twice, { previous: before })).toEqual([]);
    expect(check('carry-over', report, {})).toEqual([]);
  });
});

describe('stock-continuity', () => {
  const stock = (issued: number | null, repealed: number | null, inForce: number | null, overview = ''): HandReport => ({
    overview,
    tables: { proactive: { normativeDocuments: { issued, repealed, inForce } } },
  });
  const cases: readonly (readonly [string, HandReport, HandReport, string[]])[] = [
    ['holds', stock(11, 2, 19), stock(0, 0, 10), []],
    ['does not follow', stock(11, 2, 20), stock(0, 0, 10), ['normativeDocuments/inForce 20≠19']],
    ['would be negative', stock(0, 12, 0), stock(0, 0, 10), ['normativeDocuments/inForce 0≠?']],
    ['blank', stock(11, null, 20), stock(0, 0, 10), []],
    ['blank last year', stock(11, 2, 20), stock(0, 0, null), []],
    [
      '2019 form last year',
      stock(11, 2, 20),
      { form: '2019', tables: { proactive: { normativeDocuments: { publishedTotal: 9 } } } },
      [],
    ],
  ];
  test.each(cases)('%s', (_, now, before, expected) => {
    expect(told(against('stock-continuity', now, before))).toEqual(expected);
  });

  test('a stated clean-up makes it a hint', () => {
    const said = (overview: string) => against('stock-continuity', stock(1, 0, 5, overview), stock(0, 0, 10))[0]!.severity;
    expect(said('经清理，重新核定了现行有效的规范性文件。')).toBe('hint');
    expect(said('现行有效件数因统计口径变化有所调整。')).toBe('hint');
    expect(said('全年制发规范性文件1件。')).toBeUndefined();
    expect(said('扎实开展行政规范性文件清理工作，废止失效文件。')).toBeUndefined();
  });
});

describe('previous-items', () => {
  const items = (previousItems: number | null, change: number | null): HandReport => ({
    form: '2019',
    tables: { proactive: { licensing: { previousItems, change, decisions: 9 }, fees: { previousItems: 2, change: 0 } } },
  });
  test.each([
    ['grew', items(12, 0), items(10, 2), []],
    ['shrank', items(7, 0), items(10, -3), []],
    ['does not follow', items(10, 0), items(10, 2), ['licensing/previousItems 10≠12']],
    ['not last year’s sum but its own number', items(10, 0), items(10, 0), []],
    ['blank', items(10, 0), items(10, null), []],
  ] as const)('%s', (_, now, before, expected) => {
    expect(told(against('previous-items', { ...now, year: 2020 }, { ...before, year: 2019 }))).toEqual(expected);
  });
});

describe('growth-rate', () => {
  const counts = (received: number, carriedIn = 0, closed = received, review = 0): HandReport => ({
    tables: {
      applications: { received: { total: received }, carriedIn: { total: carriedIn }, outcomeTotal: { total: closed } },
      disputes: { review: { total: review }, directLitigation: { total: 2 }, litigationAfterReview: { total: 1 } },
    },
  });
  const said = (overview: string, now = counts(120, 6, 110, 3), before = counts(100, 5, 90, 4)) =>
    against('growth-rate', { ...now, overview }, before).map((finding) => `${finding.actual}≠${finding.expected}`);

  test.each([
    '全县共收到政府信息公开申请120件，同比增长20%。',
    '全县共收到政府信息公开申请 120 件，同比增长 20.00 ％。',
    '收到政府信息公开申请120件，较上年增加20件，增长20%。',
    '收到政府信息公开申请120件（同比上升20%），均已答复。',
    '受理政府信息公开申请126件，同比增长20%。',
    '办结政府信息公开申请110件，同比增长22.2%。',
    '办结政府信息公开申请110件，同比增长22.3%。',
    '收到政府信息公开申请120件，办结110件，同比增长22.22%。',
    '行政复议3件，同比下降25%。',
    '政府信息公开申请数量同比增长20%。',
    '全年收到申请120件，较去年同比增长20%。',
    '政府信息公开申请量120件，与上年相比，增长20%。',
    '收到政府信息公开申请120件，比2022年同期增加20件，增幅为20%。',
    '政府信息公开申请量较2022年增长20%。',
  ])('holds: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    ['全县共收到政府信息公开申请120件，同比增长25%。', '25≠20'],
    ['全县共收到政府信息公开申请120件，同比增长20.5%。', '20.5≠20'],
    ['全县共收到政府信息公开申请120件，同比下降20%。', '20≠20'],
    ['收到政府信息公开申请120件，较上年增加20件，增长16.7%。', '16.7≠20'],
    ['受理政府信息公开申请126件，同比增长26%。', '26≠20'],
    ['行政复议3件，同比下降33.3%。', '33.3≠25'],
    ['政府信息公开申请数量同比增长18%。', '18≠20'],
    ['全年收到申请120件，较去年同比增长2.0%。', '2≠20'],
    ['政府信息公开申请量120件，与上年相比，增长10%。', '10≠20'],
    ['收到政府信息公开申请120件，比2022年同期增加20件，增幅为16.6%。', '16.6≠20'],
  ])('does not hold: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    ['another object', '全年公开信息120件，同比增长50%。'],
    ['a part of the number', '收到政府信息公开申请120件，其中网络申请90件，同比增长50%。'],
    ['not the table’s number', '县政府办收到政府信息公开申请17件，同比增长50%。'],
    ['about', '收到政府信息公开申请120件，同比增长约25%。'],
    ['points', '收到政府信息公开申请120件，办结率同比提高5个百分点。'],
    ['another year', '收到政府信息公开申请120件，较2019年增长80%。'],
    ['a month', '12月收到政府信息公开申请120件，环比增长80%。'],
    ['petitions', '收到信访件120件，同比增长50%。'],
    ['a rate of something else', '收到政府信息公开申请120件，网站访问量同比增长80%。'],
    ['two rates at once', '收到政府信息公开申请120件、办结110件，分别同比增长50%、40%。'],
    ['another procedure', '收到行政许可申请120件，同比增长50%。'],
    ['no rate', '收到政府信息公开申请120件。'],
    ['the next sentence', '收到政府信息公开申请120件。同比增长80%。'],
  ])('silent: %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  test('nothing is compared with nothing', () => {
    expect(said('收到政府信息公开申请120件，同比增长100%。', counts(120), counts(0))).toEqual([]);
  });

  test('a number that is the first and second item together', () => {
    expect(said('受理政府信息公开申请3646件，同比增长1.05%。', counts(3525, 121), counts(3511, 96))).toEqual(['1.05≠1.08']);
    expect(said('受理政府信息公开申请3646件，同比增长1.08%。', counts(3525, 121), counts(3511, 96))).toEqual([]);
  });

  test('marks the rate, and the fix replaces the number alone', () => {
    const overview = '收到政府信息公开申请120件，同比增长 2 5.0 %。';
    const report = handReport({ ...counts(120), overview });
    const [finding] = check('growth-rate', report, { previous: other(handReport({ ...counts(100), year: 2022 })) });
    expect(report.text.slice(finding!.span.start, finding!.span.end)).toBe('2 5.0 %');
    const edit = finding!.fixes![0]!.edits[0]!;
    expect(report.text.slice(edit.span.start, edit.span.end)).toBe('2 5.0');
    expect(edit.newText).toBe('20.0');
    expect(finding!.related!.map((r) => r.other !== undefined)).toEqual([false, true]);
  });
});

describe('copied-text', () => {
  const sentences = (year: number, count: number, from = 0) =>
    Array.from(
      { length: count },
      (_, i) => `${year}年，第${numerals[i + from]}科室落实公开工作${i * 7 + year}次，成效${numerals[i + from]}较为明显。`,
    ).join('');
  const numerals = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
  const copied = (now: string, before: string) => against('copied-text', { overview: now }, { overview: before });

  test.each([
    ['nothing in common', sentences(2023, 8), sentences(2022, 8, 10), 0],
    ['half', sentences(2023, 8), sentences(2022, 8, 4), 0],
    ['more than half', sentences(2023, 9), sentences(2022, 9, 4), 1],
    ['all but years and numbers', sentences(2023, 10), sentences(2022, 10), 1],
    ['too little to tell', sentences(2023, 3), sentences(2022, 3), 0],
    [
      'short formulas',
      '特此报告。谢谢阅读。感谢支持。欢迎监督。完毕了。好的。',
      '特此报告。谢谢阅读。感谢支持。欢迎监督。完毕了。好的。',
      0,
    ],
    [
      'fee formulas',
      '依据政府信息公开信息处理费管理办法本年度未收取信息处理费。'.repeat(8),
      '依据政府信息公开信息处理费管理办法本年度未收取信息处理费。'.repeat(8),
      0,
    ],
  ])('%s', (_, now, before, count) => {
    expect(copied(now, before)).toHaveLength(count);
  });

  test('copied neighbours are one range, with their source', () => {
    const now = `${sentences(2023, 3)}今年新开通了企业服务专栏并收到良好反响。${sentences(2023, 3, 3)}`;
    const before = sentences(2022, 6);
    const report = handReport({ overview: now });
    const previous = other(handReport({ year: 2022, overview: before }));
    const [finding] = check('copied-text', report, { previous });
    expect(report.text.slice(finding!.span.start, finding!.span.end)).toBe('一、总体情况');
    const [first, source, second] = finding!.related!;
    expect(report.text.slice(first!.span.start, first!.span.end)).toBe(sentences(2023, 3).slice(0, -1));
    expect(previous.report.text.slice(source!.span.start).startsWith('2022年，第甲科室')).toBe(true);
    expect(second!.other).toBeUndefined();
    expect(finding!.message.zh).toContain('7 句中有 6 句（85%）');
  });

  test('line wraps do not matter', () => {
    const wrapped = sentences(2023, 8).replace(/(.{9})/gu, '$1\n');
    expect(copied(wrapped, sentences(2022, 8))).toHaveLength(1);
  });

  test('long texts take a moment', () => {
    const long = (year: number) =>
      Array.from(
        { length: 20_000 },
        (_, i) => `${year}年第${'甲乙丙丁'[i % 4]}号${String.fromCodePoint(0x4e00 + (i % 20000))}项工作按要求完成并公开。`,
      ).join('');
    const started = performance.now();
    expect(copied(long(2023), long(2022))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('a government and its organs', () => {
  const numbers = (received: number | null, denied = 0): HandReport => ({
    tables: {
      applications: { received: { total: received }, 'denied.stateSecret': { total: denied } },
      disputes: { review: { pending: denied } },
    },
  });
  const organ = (received: number | null, denied = 0, name = '青岚县教育局') =>
    handReport({ ...numbers(received, denied), organ: name });

  test.each([
    ['less', organ(3), organ(5), []],
    ['equal', organ(5), organ(5), []],
    ['more', organ(6), organ(5), ['received/total 6≠?']],
    ['more in several cells', organ(5, 2), organ(5, 1), ['denied.stateSecret/total 2≠?', 'review/pending 2≠?']],
    ['blank', organ(6), organ(null), []],
  ])('part-exceeds-whole: %s', (_, part, whole, expected) => {
    expect(told(check('part-exceeds-whole', part, { whole: other(whole) }))).toEqual(expected);
  });

  const parts = (reports: readonly Report[], complete = true) => ({
    parts: { reports: reports.map((report, i) => other(report, `${i}.txt`)), complete },
  });

  test.each([
    ['sum', organ(8), parts([organ(5), organ(3)]), []],
    ['not the sum', organ(9), parts([organ(5), organ(3)]), ['received/total 9≠8']],
    ['not complete', organ(9), parts([organ(5), organ(3)], false), []],
    ['an organ’s cell not read', organ(9), parts([organ(5), organ(null)]), []],
    ['no organs', organ(9), parts([]), []],
  ])('whole-not-sum: %s', (_, whole, context, expected) => {
    expect(told(check('whole-not-sum', whole, context))).toEqual(expected);
  });

  test('whole-not-sum relates to every organ that counts something, largest first', () => {
    const [finding] = check('whole-not-sum', organ(9), parts([organ(3), organ(0), organ(5)]));
    expect(finding!.related!.map((related) => [related.other!.file, related.value])).toEqual([
      ['2.txt', 5],
      ['0.txt', 3],
    ]);
  });
});
