import { localized } from '../text/localized';
import type { Rule } from './rule';
import { statementFindings } from './parts/textAgainstTables';

export const textReview: Rule = {
  id: 'text-review',
  group: 'prose',
  severity: 'warning',
  reads: ['disputes', 'prose'],
  summary: localized(
    '行政复议件数与行政复议、行政诉讼情况表一致',
    'The number of administrative reviews agrees with the disputes table',
  ),
  *check(report) {
    yield* statementFindings(report, 'review');
  },
};
