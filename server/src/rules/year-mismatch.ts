import { localized } from '../text/localized';
import type { Rule } from './rule';

export const yearMismatch: Rule = {
  id: 'year-mismatch',
  group: 'dates',
  severity: 'error',
  reads: ['prose'],
  summary: localized('标题的年度与统计期限的年度一致', 'The title and the stated period name the same year'),
  *check(report) {
    const { year, yearSpan, title, period } = report;
    if (!year || !yearSpan || !period?.from || !period.to) return;
    // A period that spans two years is the finding of reporting-period.
    if (period.from.year !== period.to.year || period.from.year === year) return;
    const stated = period.from.year;
    const [name, nameEn] = title?.year ? ['标题', 'title'] : ['报告名称', 'name of the report'];
    yield {
      span: period.span,
      actual: stated,
      expected: year,
      message: localized(
        `${name}是 ${year} 年度报告，统计期限却是 ${stated} 年。两处应是同一年度，多半是沿用了往年的文字，请改正。`,
        `The ${nameEn} says ${year}, the stated period is in ${stated}. Both must be the same year; one was probably left from another report.`,
      ),
      related: [{ span: yearSpan, message: localized(`${name}：${year} 年`, `${nameEn}: ${year}`), value: year }],
    };
  },
};
