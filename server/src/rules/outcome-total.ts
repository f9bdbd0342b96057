import { outcomeTotalFix } from '../fixes/relationFixes';
import { localized } from '../text/localized';
import { relationFindings } from './parts/relationFindings';
import type { Rule } from './rule';

export const outcomeTotal: Rule = {
  id: 'outcome-total',
  group: 'arithmetic',
  severity: 'error',
  reads: ['applications'],
  summary: localized(
    '申请情况表每一列，办理结果（一）至（六）之和等于（七）总计',
    'In every column of the applications table the outcomes （一） to （六） add up to the total （七）',
  ),
  *check(report) {
    yield* relationFindings(
      report,
      'outcome-total',
      ({ along, left, right, leftText, difference }) =>
        localized(
          `“${along}”列办理结果（一）至（六）相加为 ${left}（${leftText}），（七）总计却是 ${right}，相差 ${difference}。请核对（七）总计或各项办理结果。`,
          `Column “${along}”: the outcomes （一） to （六） add up to ${left} (${leftText}), but （七）总计 says ${right}, a difference of ${difference}. Check the total or the outcomes.`,
        ),
      (relation) => outcomeTotalFix(report, relation),
    );
  },
};
