import { forms } from '../../server/src/form/form';
import type { Report } from '../../server/src/report/report';
import { readDocument } from '../../server/src/service';

/** A made-up report around a few sentences: what a case leaves out has the numbers of `plainNumbers`. */
export interface ProseReport {
  /** The text of section 一 behind its first sentence, which covers the five aspects. */
  readonly overview?: string;
  readonly organ?: string;
  readonly year?: number;
  readonly title?: string;
  readonly preamble?: string;
  readonly applicationsProse?: string;
  readonly disputesProse?: string;
  readonly problems?: string;
  readonly otherMatters?: string;
  readonly signature?: string;
  readonly numbers?: Numbers;
}

/** Row id to the applicant columns (the total is their sum) or, for the disputes, to the four results. A string is one blank row. */
export type Numbers = Readonly<Record<string, readonly number[] | ''>>;

/** 13 received, 2 carried in, 13 closed, 2 carried over; reviews 2 + 1 + 0 + 1 pending = 4, lawsuits 2 + 1 = 3. */
export const plainNumbers: Numbers = {
  received: [11, 2],
  carriedIn: [2],
  granted: [6, 1],
  partlyGranted: [2],
  'denied.internalAffairs': [1],
  'unable.notHeld': [1, 1],
  'rejected.petition': [1],
  carriedOut: [2],
  outcomeTotal: [11, 2],
  review: [2, 1, 0, 1],
  directLitigation: [1, 0, 0, 1],
  litigationAfterReview: [1, 0, 0, 0],
  normativeDocuments: [3, 1, 28],
};

/** A report without any application or case. */
export const noNumbers: Numbers = {
  ...Object.fromEntries(Object.keys(plainNumbers).map((row) => [row, [0]])),
  normativeDocuments: [0, 0, 28],
};

export function proseReportText(r: ProseReport): string {
  const year = r.year ?? 2023;
  const organ = r.organ ?? '青岚县人民政府';
  const numbers = { ...plainNumbers, ...r.numbers };
  return [
    r.title ?? `${organ}${year}年政府信息公开工作年度报告`,
    ...(r.preamble === undefined ? [] : [r.preamble]),
    '一、总体情况',
    `主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展。`,
    r.overview ?? '',
    '二、主动公开政府信息情况',
    ...proactiveLines(numbers),
    '三、收到和处理政府信息公开申请情况',
    ...(r.applicationsProse === undefined ? [] : [r.applicationsProse]),
    ...applicationLines(numbers),
    '四、政府信息公开行政复议、行政诉讼情况',
    ...(r.disputesProse === undefined ? [] : [r.disputesProse]),
    ...disputeLines(numbers),
    '五、存在的主要问题及改进情况',
    r.problems ?? '公开内容还不够深入，下一步将加强业务培训，完善工作机制。',
    '六、其他需要报告的事项',
    r.otherMatters ?? '本年度未收取信息处理费。',
    ...(r.signature === undefined ? [] : [r.signature]),
    '',
  ].join('\n');
}

export function proseReport(r: ProseReport): Report {
  return readDocument(proseReportText(r)).parts[0]!.report;
}

function proactiveLines(numbers: Numbers): string[] {
  const cells = (row: string) => (numbers[row] === '' ? ['', '', ''] : [0, 1, 2].map((i) => String(numbers[row]?.[i] ?? 0)));
  return [
    '第二十条第（一）项\t\t\t',
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
    ['规章', ...cells('rules')].join('\t'),
    ['行政规范性文件', ...cells('normativeDocuments')].join('\t'),
    '第二十条第（五）项\t\t\t',
    '信息内容\t本年处理决定数量\t\t',
    '行政许可\t412',
    '第二十条第（六）项\t\t\t',
    '信息内容\t本年处理决定数量\t\t',
    '行政处罚\t35',
    '行政强制\t0',
    '第二十条第（八）项\t\t\t',
    '信息内容\t本年收费金额（单位：万元）\t\t',
    '行政事业性收费\t96.5',
  ];
}

const leads: Readonly<Record<string, readonly [string, string]>> = {
  granted: ['三、本年度办理结果', ''],
  partlyGranted: ['', ''],
  'denied.stateSecret': ['', '（三）不予公开'],
  'unable.notHeld': ['', '（四）无法提供'],
  'rejected.petition': ['', '（五）不予处理'],
  'other.correctionLapsed': ['', '（六）其他处理'],
};

function applicationLines(numbers: Numbers): string[] {
  const rows = forms['2021'].tables.applications.rows.map(({ id, label }) => {
    const given = numbers[id];
    const values = given === '' ? Array<string>(7).fill('') : rowValues(given ?? []);
    const outer = /^(?:received|carriedIn|carriedOut)$/.test(id);
    const inner = id.includes('.');
    const [first, second] = leads[id] ?? ['', ''];
    const labels = outer ? [label, '', ''] : inner ? [first, second, label] : [first, label, ''];
    return [...labels, ...values].join('\t');
  });
  return [
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t',
    '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计',
    '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t',
    ...rows,
  ];
}

function rowValues(given: readonly number[]): string[] {
  const six = [0, 1, 2, 3, 4, 5].map((i) => given[i] ?? 0);
  return [...six, six.reduce((sum, n) => sum + n, 0)].map(String);
}

function disputeLines(numbers: Numbers): string[] {
  const group = (row: string) => {
    const given = numbers[row] ?? [];
    if (given === '') return Array<string>(5).fill('');
    const four = [0, 1, 2, 3].map((i) => given[i] ?? 0);
    return [...four, four.reduce((sum, n) => sum + n, 0)].map(String);
  };
  const results = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计';
  return [
    '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t',
    `${results}\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t`,
    `\t\t\t\t\t${results}\t${results}`,
    [...group('review'), ...group('directLitigation'), ...group('litigationAfterReview')].join('\t'),
  ];
}
