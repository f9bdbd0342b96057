import { localized } from '../text/localized';
import type { Rule } from './rule';
import { statementFindings } from './parts/textAgainstTables';

export const textOutcomes: Rule = {
  id: 'text-outcomes',
  group: 'prose',
  severity: 'warning',
  reads: ['applications', 'prose'],
  summary: localized(
    '按办理结果分列的数与申请情况表各项一致',
    'Numbers by outcome agree with the rows of the applications table',
  ),
  *check(report) {
    yield* statementFindings(report, 'outcomes');
  },
};
