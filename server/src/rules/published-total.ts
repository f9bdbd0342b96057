import { localized } from '../text/localized';
import { relationFindings } from './parts/relationFindings';
import type { Rule } from './rule';

export const publishedTotal: Rule = {
  id: 'published-total',
  group: 'arithmetic',
  severity: 'warning',
  reads: ['proactive'],
  summary: localized(
    '2019 年表式：对外公开总数量不小于本年新公开数量',
    '2019 form: the published total is at least the number newly published',
  ),
  *check(report) {
    yield* relationFindings(report, 'published-total', ({ along, left, right }) =>
      localized(
        `“${along}”对外公开总数量 ${left} 小于本年新公开数量 ${right}：总数应当包含本年新公开的。请核对这两个数。`,
        `“${along}”: the published total ${left} is less than the ${right} newly published this year, which it should include. Check both numbers.`,
      ),
    );
  },
};
