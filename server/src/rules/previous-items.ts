import { localized } from '../text/localized';
import { quotedCellName, comparableCell, relatedCount, reportName } from './across/comparableCell';
import type { Rule } from './rule';

/** 2019 form: the number of items of the year before is last year's own number of the year before plus its change. */
export const previousItems: Rule = {
  id: 'previous-items',
  group: 'across',
  severity: 'warning',
  reads: ['proactive', 'others'],
  summary: localized(
    '旧格式：上一年项目数量 = 上一年报告的“上一年项目数量 + 本年增/减”',
    '2019 form: previous items = last year’s previous items + last year’s change',
  ),
  *check(report, { previous }) {
    if (!previous) return;
    for (const row of ['licensing', 'otherServices', 'penalty', 'coercion', 'fees']) {
      const items = comparableCell(report, 'proactive', row, 'previousItems');
      const before = comparableCell(previous.report, 'proactive', row, 'previousItems');
      const change = comparableCell(previous.report, 'proactive', row, 'change');
      if (!items || !before || !change || items.value === before.value + change.value) continue;
      const expected = before.value + change.value;
      const sum = `${before.value} ${change.value < 0 ? '−' : '+'} ${Math.abs(change.value)} = ${expected}`;
      const name = quotedCellName('proactive', row, 'previousItems', '2019');
      const there = reportName(previous);
      yield {
        span: items.span,
        table: 'proactive',
        row,
        column: 'previousItems',
        actual: items.value,
        ...(expected >= 0 && { expected }),
        message: localized(
          `${name.zh}为 ${items.value}，按${there.zh}推算应为 ${sum}。请核对两年的项目数量和增减数。`,
          `${name.en} is ${items.value}; from ${there.en} it should be ${sum}. Check the items and the change of both years.`,
        ),
        related: [
          relatedCount(before, localized('上一年报告的“上一年项目数量”', 'Previous items in last year’s report'), previous),
          relatedCount(change, localized('上一年报告的“本年增/减”', 'Change in last year’s report'), previous),
        ],
      };
    }
  },
};
