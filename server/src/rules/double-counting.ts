import { cellOf } from '../report/report';
import { relationsOf } from '../report/relations';
import { localized } from '../text/localized';
import { columnName } from '../report/names';
import type { Rule } from './rule';

export const doubleCounting: Rule = {
  id: 'double-counting',
  group: 'arithmetic',
  severity: 'hint',
  reads: ['applications'],
  summary: localized(
    '办理结果之和超出（七）总计、且不超过部分公开数：区分处理的申请可能重复计数',
    'The outcomes exceed the total by no more than the partly granted ones: mixed decisions may be counted twice',
  ),
  *check(report) {
    for (const relation of relationsOf(report)) {
      const total = relation.marked;
      if (relation.rule !== 'outcome-total' || relation.status !== 'violated' || !total) continue;
      const partly = cellOf(report, relation.table, 'partlyGranted', relation.key);
      const excess = relation.difference;
      if (!partly || partly.value === null || excess <= 0 || excess > partly.value) continue;
      const name = columnName(relation.table, relation.key);
      yield {
        span: total.span,
        table: relation.table,
        row: total.row,
        column: total.column,
        actual: total.value,
        message: localized(
          `“${name}”列各项办理结果比（七）总计多 ${excess} 件，而（二）部分公开有 ${partly.value} 件：区分处理的申请只计入（二），请检查是否又计入了其他情形。`,
          `Column “${name}”: the outcomes exceed （七）总计 by ${excess} while ${partly.value} were partly granted. Mixed decisions are counted under （二） only; check whether they were counted elsewhere too.`,
        ),
        related: [
          {
            span: partly.span,
            row: partly.row,
            column: partly.column,
            value: partly.value,
            message: localized(`（二）部分公开：${partly.value}`, `（二）部分公开: ${partly.value}`),
          },
        ],
      };
    }
  },
};
