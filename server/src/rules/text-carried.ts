import { localized } from '../text/localized';
import type { Rule } from './rule';
import { statementFindings } from './parts/textAgainstTables';

export const textCarried: Rule = {
  id: 'text-carried',
  group: 'prose',
  severity: 'warning',
  reads: ['applications', 'prose'],
  summary: localized(
    '结转的申请数与申请情况表第二项、第四项一致',
    'The number of applications carried over agrees with items 二 and 四',
  ),
  *check(report) {
    yield* statementFindings(report, 'carried');
  },
};
