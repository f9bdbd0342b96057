import type { ExtraRow, Report } from '../report/report';
import { localized } from '../text/localized';
import { span, type Span } from '../text/span';
import { readTables } from './parts/cellFindings';
import type { Rule } from './rule';

export const extraRow: Rule = {
  id: 'extra-row',
  group: 'completeness',
  severity: 'hint',
  reads: [],
  summary: localized('表中有表式没有的行', 'The table has a row that the form does not have'),
  *check(report) {
    for (const table of readTables(report)) {
      for (const extra of table.extraRows) {
        const name = extra.label.replace(/\s+/gu, '');
        yield {
          span: labelSpan(report, extra),
          table: table.id,
          message: localized(
            `“${name}”不是表式规定的行。请检查行名是否写错；自行增加的行应当删去，数并入表式的行。`,
            `“${name}” is not a row of the form. Check its label; an added row should go, its numbers into the form's rows.`,
          ),
        };
      }
    }
  },
};

function labelSpan(report: Report, extra: ExtraRow): Span {
  const at = report.text.slice(extra.span.start, extra.span.end).indexOf(extra.label);
  return at < 0 || extra.label === '' ? extra.span : span(extra.span.start + at, extra.span.start + at + extra.label.length);
}
