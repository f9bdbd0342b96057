import { localized } from '../text/localized';
import { quotedCellName, comparableCount, relatedCount, reportName } from './across/comparableCell';
import { summedTables } from './across/summedTables';
import type { Rule } from './rule';

/** A government's report covers its organs: no cell of an organ exceeds the government's. */
export const partExceedsWhole: Rule = {
  id: 'part-exceeds-whole',
  group: 'across',
  severity: 'warning',
  reads: ['proactive', 'applications', 'disputes', 'others'],
  summary: localized('单个机关的数不大于本级政府汇总报告的数', 'No organ’s cell exceeds the cell of its government'),
  *check(report, { whole }) {
    if (!whole) return;
    for (const table of summedTables) {
      for (const row of report.tables[table]?.rows ?? []) {
        for (const column of row.expected) {
          const part = comparableCount(report, table, row.id, column);
          const sum = part && comparableCount(whole.report, table, row.id, column);
          if (!sum || part.value <= sum.value) continue;
          const name = quotedCellName(table, row.id, column, report.form);
          const there = reportName(whole);
          yield {
            span: part.span,
            table,
            row: row.id,
            column,
            actual: part.value,
            message: localized(
              `${name.zh}为 ${part.value}，大于${there.zh}的同一格（${sum.value}）：政府的报告汇总所属机关，单个机关的数不应更大。请核对本报告，并核对汇总时是否漏报。`,
              `${name.en} is ${part.value}, more than the same cell of ${there.en} (${sum.value}): a government’s report sums up its organs. Check this report, and whether it was left out of the sum.`,
            ),
            related: [relatedCount(sum, localized('政府汇总报告的同一格', 'The same cell of the government’s report'), whole)],
          };
        }
      }
    }
  },
};
