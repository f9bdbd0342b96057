import { localized } from '../text/localized';
import type { Rule } from './rule';
import { statementFindings } from './parts/textAgainstTables';

export const textAccepted: Rule = {
  id: 'text-accepted',
  group: 'prose',
  severity: 'warning',
  reads: ['applications', 'prose'],
  summary: localized(
    '受理、办理的申请数与申请情况表第一项或第一、二项之和一致',
    'The number of applications accepted agrees with item 一, or 一 + 二',
  ),
  *check(report) {
    yield* statementFindings(report, 'accepted');
  },
};
