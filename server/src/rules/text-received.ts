import { localized } from '../text/localized';
import type { Rule } from './rule';
import { statementFindings } from './parts/textAgainstTables';

export const textReceived: Rule = {
  id: 'text-received',
  group: 'prose',
  severity: 'warning',
  reads: ['applications', 'prose'],
  summary: localized(
    '收到的申请数与申请情况表“本年新收”（或再加“上年结转”）一致',
    'The number of applications received agrees with the table (item 一, or 一 + 二)',
  ),
  *check(report) {
    yield* statementFindings(report, 'received');
  },
};
