import { localized } from '../text/localized';
import type { Rule } from './rule';
import { statementFindings } from './parts/textAgainstTables';

export const textClosed: Rule = {
  id: 'text-closed',
  group: 'prose',
  severity: 'warning',
  reads: ['applications', 'prose'],
  summary: localized(
    '办结、答复的申请数与申请情况表（七）总计一致',
    'The number of applications closed agrees with the total （七）',
  ),
  *check(report) {
    yield* statementFindings(report, 'closed');
  },
};
