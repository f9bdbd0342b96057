import { localized } from '../text/localized';
import type { Rule } from './rule';

export const signatureDate: Rule = {
  id: 'signature-date',
  group: 'dates',
  severity: 'warning',
  reads: [],
  summary: localized('落款日期在报告年度的次年', 'The report is signed in the year after the one reported on'),
  *check(report) {
    const { signature, year } = report;
    if (!signature || year === null || signature.date.year === year + 1) return;
    const written = signature.date.year;
    yield {
      span: signature.span,
      actual: written,
      expected: year + 1,
      message: localized(
        `${year} 年度报告应在 ${year + 1} 年落款，这里是 ${written} 年。请核对落款日期或者标题年度。`,
        `The report for ${year} should be signed in ${year + 1}, not in ${written}. Check the date or the year in the title.`,
      ),
      ...(report.yearSpan
        ? {
            related: [
              { span: report.yearSpan, message: localized(`报告年度 ${year}`, `year reported on: ${year}`), value: year },
            ],
          }
        : {}),
    };
  },
};
