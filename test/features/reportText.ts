import { forms, type RowId, type TableId } from '../../server/src/form/form';

/** Numbers of a made-up report: rows not named are all 0; a value may be any text, to make a cell blank or odd. */
export interface ReportNumbers {
  readonly applications?: Readonly<Record<RowId, readonly (number | string)[]>>;
  readonly disputes?: Readonly<Record<RowId, readonly (number | string)[]>>;
  /** Sections left out altogether. */
  readonly without?: readonly string[];
  readonly organ?: string;
  readonly year?: number;
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
  const { organ = '青岚县人民政府', year = 2023, without = [] } = numbers;
  const form = forms['2021'];
  const bodies: Readonly<Record<string, readonly string[]>> = {
    overview: ['全年主动公开政府信息，依申请公开办理规范，政府信息管理、平台建设和监督保障有序推进。'],
    proactive: proactiveLines(),
    applications: applicationLines(numbers),
    disputes: disputeLines(numbers),
    problems: ['公开内容的针对性还不够强，下一步将加强业务培训。'],
    otherMatters: ['本年度未收取信息处理费。'],
  };
  const sections = form.sections.filter((section) => !without.includes(section.id));
  const lines = sections.flatMap((section) => [`${section.number}、${section.title}`, '', ...bodies[section.id]!, '']);
  return [`${organ}${year}年政府信息公开工作年度报告`, '', ...lines].join('\n');
}

function proactiveLines(): string[] {
  return [
    '第二十条第（一）项\t\t\t',
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
    '规章\t0\t0\t0',
    '行政规范性文件\t1\t0\t5',
    '第二十条第（五）项\t\t\t',
    '信息内容\t本年处理决定数量\t\t',
    '行政许可\t120\t\t',
    '第二十条第（六）项\t\t\t',
    '信息内容\t本年处理决定数量\t\t',
    '行政处罚\t30\t\t',
    '行政强制\t2\t\t',
    '第二十条第（八）项\t\t\t',
    '信息内容\t本年收费金额（单位：万元）\t\t',
    '行政事业性收费\t12.5\t\t',
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

function valuesOf(given: ReportNumbers['applications'], table: TableId, row: RowId): readonly (number | string)[] {
  return given?.[row] ?? forms['2021'].tables[table].columns.map(() => 0);
}
