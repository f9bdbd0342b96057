import type { Cell } from '../report/report';
import { localized, type Localized } from '../text/localized';
import { boundCells, brokenNumber, plainCellName, isAmount, isBroken } from './parts/cellFindings';
import type { Rule, Severity } from './rule';

export const notAnAmount: Rule = {
  id: 'not-an-amount',
  group: 'arithmetic',
  severity: 'error',
  reads: ['proactive'],
  summary: localized(
    '金额是以万元计、不小于零的数，不带单位，小数不超过六位',
    'An amount is a plain number of at least zero in 10,000 yuan, without a unit and with at most six decimals',
  ),
  *check(report) {
    for (const { table, cell } of boundCells(report, isAmount)) {
      const name = plainCellName(table.id, cell);
      const wrong = isBroken(cell) ? brokenNumber(name) : wrongAmount(cell, name);
      if (!wrong) continue;
      yield {
        span: cell.span,
        table: table.id,
        row: cell.row,
        column: cell.column,
        actual: cell.value,
        severity: wrong.severity,
        message: wrong.message,
      };
    }
  },
};

function wrongAmount(cell: Cell, name: string): { readonly severity: Severity; readonly message: Localized } | undefined {
  if (cell.kind === 'unreadable' || (cell.value !== null && cell.value < 0)) {
    return {
      severity: 'error',
      message: localized(
        `“${name}”写的是“${cell.text}”，不是金额。请填不小于 0 的数字，单位为万元，没有的填 0。`,
        `“${name}” says “${cell.text}”, which is no amount. Fill in a number of at least 0, in 10,000 yuan, with 0 for none.`,
      ),
    };
  }
  if (cell.value === null) return undefined;
  if (cell.annotation !== null && /元|￥|¥/u.test(cell.annotation)) {
    return {
      severity: 'hint',
      message: localized(
        `“${name}”写的是“${cell.text}”，单元格里带了单位。表中金额统一以万元计，请换算成万元并只填数字。`,
        `“${name}” says “${cell.text}” with a unit in the cell. Amounts are in 10,000 yuan; convert it and write the number only.`,
      ),
    };
  }
  const decimals = /[.．](\d+)/.exec(cell.text)?.[1]!.length ?? 0;
  if (decimals > 6) {
    return {
      severity: 'hint',
      message: localized(
        `“${name}”写了 ${decimals} 位小数。以万元计，精确到分只有六位小数，请核对单位和位数。`,
        `“${name}” has ${decimals} decimals. In 10,000 yuan, one fen is the sixth decimal; check the unit and the digits.`,
      ),
    };
  }
  return undefined;
}
