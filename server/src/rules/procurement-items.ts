import { cellOf } from '../report/report';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const procurementItems: Rule = {
  id: 'procurement-items',
  group: 'arithmetic',
  severity: 'warning',
  reads: ['proactive'],
  summary: localized(
    '2019 年表式：采购项目数量为零，当且仅当采购总金额为零',
    '2019 form: there are no procurement items exactly when the amount is zero',
  ),
  *check(report) {
    if (report.tables.proactive?.status !== 'read') return;
    const items = cellOf(report, 'proactive', 'procurement', 'items');
    const amount = cellOf(report, 'proactive', 'procurement', 'amount');
    if (items?.value == null || amount?.value == null || (items.value === 0) === (amount.value === 0)) return;
    const zero = items.value === 0 ? items : amount;
    const other = zero === items ? amount : items;
    yield {
      span: zero.span,
      table: 'proactive',
      row: zero.row,
      column: zero.column,
      actual: zero.value,
      message:
        zero === items
          ? localized(
              `采购总金额为 ${amount.text}，采购项目数量却是 0。有金额就应当有项目，请核对。`,
              `The procurement amount is ${amount.text} but there are 0 items. An amount needs items; check both.`,
            )
          : localized(
              `采购项目有 ${items.text} 个，采购总金额却是 0。有项目就应当有金额，请核对。`,
              `There are ${items.text} procurement items but the amount is 0. Items have an amount; check both.`,
            ),
      related: [
        {
          span: other.span,
          row: other.row,
          column: other.column,
          value: other.value,
          message: localized(`政府集中采购：${other.text}`, `政府集中采购: ${other.text}`),
        },
      ],
    };
  },
};
