import { totalFix } from '../fixes/relationFixes';
import { localized } from '../text/localized';
import { relationFindings } from './parts/relationFindings';
import type { Rule } from './rule';

export const caseTotal: Rule = {
  id: 'case-total',
  group: 'arithmetic',
  severity: 'error',
  reads: ['disputes'],
  summary: localized(
    '复议诉讼表每一组，维持、纠正、其他结果与尚未审结之和等于总计',
    'In each group of the disputes table upheld, corrected, other and pending cases add up to the total',
  ),
  *check(report) {
    yield* relationFindings(
      report,
      'case-total',
      ({ along, left, right, leftText, difference }) =>
        localized(
          `“${along}”维持、纠正、其他结果与尚未审结相加为 ${left}（${leftText}），总计却是 ${right}，相差 ${difference}。请核对各项结果或总计。`,
          `“${along}”: upheld, corrected, other and pending cases add up to ${left} (${leftText}), but the total says ${right}, a difference of ${difference}. Check the results or the total.`,
        ),
      (relation) => totalFix(report, relation),
    );
  },
};
