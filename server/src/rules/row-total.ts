import { totalFix } from '../fixes/relationFixes';
import { localized } from '../text/localized';
import { relationFindings } from './parts/relationFindings';
import type { Rule } from './rule';

export const rowTotal: Rule = {
  id: 'row-total',
  group: 'arithmetic',
  severity: 'error',
  reads: ['applications'],
  summary: localized(
    '申请情况表每一行，六类申请人之和等于总计',
    'In every row of the applications table the six applicant columns add up to the total',
  ),
  *check(report) {
    yield* relationFindings(
      report,
      'row-total',
      ({ along, left, right, leftText, difference }) =>
        localized(
          `“${along}”一行各类申请人相加为 ${left}（${leftText}），总计却是 ${right}，相差 ${difference}。请核对本行各数或总计。`,
          `Row “${along}”: the applicants add up to ${left} (${leftText}), but the total says ${right}, a difference of ${difference}. Check the row's numbers or its total.`,
        ),
      (relation) => totalFix(report, relation),
    );
  },
};
