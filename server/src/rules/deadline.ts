import { firstFormYear } from '../form/form';
import { organKind } from '../prose/scope';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const deadline: Rule = {
  id: 'deadline',
  group: 'dates',
  severity: 'warning',
  reads: [],
  summary: localized(
    '部门（含办公室）1 月 31 日前、县级以上政府 3 月 31 日前公布（《条例》第四十九条）',
    'Departments publish by 31 January, governments by 31 March (Regulations art. 49)',
  ),
  *check(report) {
    const { signature, year } = report;
    // Until 2018 another date was in force, and a date of another year is the finding of signature-date.
    if (!signature || year === null || year < firstFormYear || signature.date.year !== year + 1) return;
    const kind = organKind(report.organ ?? signature.organ);
    const lastMonth = kind === 'government' || kind === 'unknown' ? 3 : 1;
    const { month, day } = signature.date;
    if (month <= lastMonth) return;
    const town = kind === 'town';
    yield {
      span: signature.span,
      ...(town ? { severity: 'hint' as const } : {}),
      message: town
        ? localized(
            `落款日期是 ${month} 月 ${day} 日。条例没有规定乡镇（街道）的期限，各地一般要求 1 月 31 日前公布，请留意本地要求。`,
            `Signed on ${month}/${day}. The Regulations set no date for towns; most places ask for 31 January.`,
          )
        : lastMonth === 1
          ? localized(
              `落款日期是 ${month} 月 ${day} 日，晚于 1 月 31 日。《条例》第四十九条要求县级以上政府部门（含办公厅、办公室）在每年 1 月 31 日前公布年度报告。`,
              `Signed on ${month}/${day}, after 31 January, the date by which departments and offices must publish (Regulations art. 49).`,
            )
          : localized(
              `落款日期是 ${month} 月 ${day} 日，晚于 3 月 31 日。《条例》第四十九条要求政府的年度报告在每年 3 月 31 日前公布。`,
              `Signed on ${month}/${day}, after 31 March, the date by which a government's report must be published (Regulations art. 49).`,
            ),
    };
  },
};
