import { localized } from '../text/localized';
import type { Rule } from './rule';
import { statementFindings } from './parts/textAgainstTables';

export const textApplicants: Rule = {
  id: 'text-applicants',
  group: 'prose',
  severity: 'warning',
  reads: ['applications', 'prose'],
  summary: localized(
    '按申请人分列的数与申请情况表各列一致',
    'Numbers by applicant agree with the columns of the applications table',
  ),
  *check(report) {
    yield* statementFindings(report, 'applicants');
  },
};
