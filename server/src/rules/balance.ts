import { outcomeTotalFix } from '../fixes/relationFixes';
import { localized } from '../text/localized';
import { relationFindings, type BrokenRelation } from './parts/relationFindings';
import type { Rule } from './rule';

export const balance: Rule = {
  id: 'balance',
  group: 'arithmetic',
  severity: 'error',
  reads: ['applications'],
  summary: localized(
    '申请情况表每一列，第一项加第二项等于第三项（七）总计加第四项',
    'In every column of the applications table item 一 plus item 二 equals the total （七） plus item 四',
  ),
  *check(report) {
    yield* relationFindings(report, 'balance', say, (relation) => outcomeTotalFix(report, relation));
  },
};

function say({ relation, along, left, right, difference }: BrokenRelation) {
  const written = (terms: BrokenRelation['relation']['left']) => terms.map((term) => term.cell?.value ?? 0).join(' + ');
  const sides = `${written(relation.left)} ≠ ${written(relation.right)}`;
  return localized(
    `“${along}”列勾稽关系不成立：本年新收 + 上年结转 = ${left}，（七）总计 + 结转下年度 = ${right}（${sides}），相差 ${difference}。请核对这四个数。`,
    `Column “${along}” does not balance: received + carried in = ${left}, but （七） + carried over = ${right} (${sides}), a difference of ${difference}. Check these four numbers.`,
  );
}
