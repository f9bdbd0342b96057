import { localized } from '../text/localized';
import type { Rule } from './rule';

export const yearMismatch: Rule = {
  id: 'year-mismatch',
  group: 'dates',
  severity: 'error',
  reads: ['prose'],
  summary: localized('标题的年度与统计期限的年度一致', 'The title and the stated period name the same year'),
  *check(report) {
    const { title, period } = report;
    if (!title?.year || !period?.from || !period.to) return;
    // A period that spans two years is the finding of reporting-period.
    if (period.from.year !== period.to.year || period.from.year === title.year) return;
    const year = period.from.year;
    yield {
      span: period.span,
      actual: year,
      expected: title.year,
      message: localized(
        `标题是 ${title.year} 年度报告，统计期限却是 ${year} 年。两处应是同一年度，多半是沿用了往年的文字，请改正。`,
        `The title says ${title.year}, the stated period is in ${year}. Both must be the same year; one was probably left from another report.`,
      ),
      related: [{ span: title.span, message: localized(`标题：${title.year} 年`, `title: ${title.year}`), value: title.year }],
    };
  },
};
