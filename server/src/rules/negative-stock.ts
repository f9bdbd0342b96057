import { localized } from '../text/localized';
import { relationFindings } from './parts/relationFindings';
import type { Rule } from './rule';

export const negativeStock: Rule = {
  id: 'negative-stock',
  group: 'arithmetic',
  severity: 'warning',
  reads: ['proactive'],
  summary: localized(
    '现行有效件数减本年制发加本年废止不小于零',
    'Documents in force minus issued plus repealed is at least zero',
  ),
  *check(report) {
    yield* relationFindings(report, 'negative-stock', ({ relation, along }) => {
      const [inForce, repealed, issued] = relation.terms.map((term) => term.cell?.value ?? 0);
      const before = inForce! - issued! + repealed!;
      return localized(
        `“${along}”现行有效 ${inForce} 件 − 本年制发 ${issued} 件 + 本年废止 ${repealed} 件 = ${before}，上年末的存量不可能是负数。请核对这三个数。`,
        `“${along}”: ${inForce} in force − ${issued} issued + ${repealed} repealed = ${before}; last year's stock cannot be negative. Check the three numbers.`,
      );
    });
  },
};
