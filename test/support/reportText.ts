import { forms, type RowId, type SectionId, type TableId } from '../../server/src/form/form';

type Rows = Readonly<Record<RowId, readonly (number | string)[]>>;

/** What a made-up report says. Of rows not named every number is 0; a value may be any text, to make a cell blank or odd. */
export interface ReportNumbers {
  readonly proactive?: Rows;
  readonly applications?: Rows;
  readonly disputes?: Rows;
  readonly organ?: string;
  readonly year?: number;
  /** In place of the usual title. */
  readonly title?: string;
  readonly preamble?: string;
  readonly signature?: string;
  /** The paragraphs of sections; those of a section with a table stand above the table. */
  readonly prose?: { readonly [S in SectionId]?: readonly string[] };
  /** Sections left out altogether. */
  readonly without?: readonly string[];
}

/** A sound report: eleven applications of natural persons, nine granted and two rejected as petitions. */
export const balanced: ReportNumbers = {
  applications: {
    received: [11, 0, 0, 0, 0, 0, 11],
    granted: [9, 0, 0, 0, 0, 0, 9],
    'rejected.petition': [2, 0, 0, 0, 0, 0, 2],
    outcomeTotal: [11, 0, 0, 0, 0, 0, 11],
  },
  disputes: { review: [1, 0, 0, 0, 1] },
};

/** The totals of the outcomes were left at 0, as it happens in real reports. */
export const totalsForgotten: ReportNumbers = {
  ...balanced,
  applications: { ...balanced.applications, outcomeTotal: [0, 0, 0, 0, 0, 0, 0] },
};

/** Nine was written where eleven is right: two row and column sums and the balance suffer. */
export const detailWrong: ReportNumbers = {
  ...balanced,
  applications: { ...balanced.applications, granted: [7, 0, 0, 0, 0, 0, 9] },
};

/** A report in tab rows, as text copied from a web page has it. */
export function reportText(numbers: ReportNumbers = balanced): string {
  const { organ = '青岚县人民政府', year = 2023, title, preamble, signature, prose, without = [] } = numbers;
  const usual: Readonly<Record<string, readonly string[]>> = {
    overview: ['全年主动公开政府信息，依申请公开办理规范，政府信息管理、平台建设和监督保障有序推进。'],
    problems: ['公开内容的针对性还不够强，下一步将加强业务培训。'],
    otherMatters: ['本年度未收取信息处理费。'],
  };
  const tables: Readonly<Record<string, readonly string[]>> = {
    proactive: proactiveLines(numbers),
    applications: applicationLines(numbers),
    disputes: disputeLines(numbers),
  };
  const sections = forms['2021'].sections.filter((section) => !without.includes(section.id));
  const lines = sections.flatMap(({ id, number, title: heading }) => [
    `${number}、${heading}`,
    '',
    ...(prose?.[id] ?? usual[id] ?? []),
    ...(tables[id] ?? []),
    '',
  ]);
  return [
    title ?? `${organ}${year}年政府信息公开工作年度报告`,
    '',
    ...(preamble === undefined ? [] : [preamble, '']),
    ...lines,
    ...(signature === undefined ? [] : [signature, '']),
  ].join('\n');
}

function proactiveLines({ proactive }: ReportNumbers): string[] {
  const cells = (row: RowId, usual: readonly (number | string)[]) => (proactive?.[row] ?? usual).join('\t');
  return [
    '第二十条第（一）项\t\t\t',
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
    `规章\t${cells('rules', [0, 0, 0])}`,
    `行政规范性文件\t${cells('normativeDocuments', [1, 0, 5])}`,
    '第二十条第（五）项\t\t\t',
    '信息内容\t本年处理决定数量\t\t',
    `行政许可\t${cells('licensing', [120])}\t\t`,
    '第二十条第（六）项\t\t\t',
    '信息内容\t本年处理决定数量\t\t',
    `行政处罚\t${cells('penalty', [30])}\t\t`,
    `行政强制\t${cells('coercion', [2])}\t\t`,
    '第二十条第（八）项\t\t\t',
    '信息内容\t本年收费金额（单位：万元）\t\t',
    `行政事业性收费\t${cells('fees', [12.5])}\t\t`,
  ];
}

function applicationLines(numbers: ReportNumbers): string[] {
  const table = forms['2021'].tables.applications;
  const groups = new Map(table.groups.map((group) => [group.id, group.label]));
  const started = new Set<string>();
  const lines = [
    `${table.note}\t\t\t申请人情况\t\t\t\t\t\t`,
    '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计',
    '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t',
  ];
  const labelOnce = (group: string) => (started.has(group) ? '' : (started.add(group), groups.get(group) ?? ''));
  for (const row of table.rows) {
    const values = valuesOf(numbers.applications, 'applications', row.id).join('\t');
    const group = row.id.split('.')[0]!;
    if (row.id.includes('.')) lines.push(`\t${labelOnce(group)}\t${row.label}\t${values}`);
    else if (/^（/.test(row.label)) lines.push(`${labelOnce('outcomes')}\t${row.label}\t\t${values}`);
    else lines.push(`${row.label}\t\t\t${values}`);
  }
  return lines;
}

function disputeLines(numbers: ReportNumbers): string[] {
  const heads = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计';
  const values = forms['2021'].tables.disputes.rows.map((row) => valuesOf(numbers.disputes, 'disputes', row.id).join('\t'));
  return [
    '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t',
    '\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t',
    `${heads}\t${heads}\t${heads}`,
    values.join('\t'),
  ];
}

function valuesOf(given: Rows | undefined, table: TableId, row: RowId): readonly (number | string)[] {
  return given?.[row] ?? forms['2021'].tables[table].columns.map(() => 0);
}
