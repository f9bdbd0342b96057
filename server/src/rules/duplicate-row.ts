import type { RowId } from '../form/form';
import type { Row } from '../report/report';
import { localized } from '../text/localized';
import { readTables } from './parts/cellFindings';
import { rowName } from '../report/names';
import type { Rule } from './rule';

export const duplicateRow: Rule = {
  id: 'duplicate-row',
  group: 'completeness',
  severity: 'warning',
  reads: [],
  summary: localized('表中每一行只出现一次', 'Every row occurs once'),
  *check(report) {
    for (const table of readTables(report)) {
      const seen = new Map<RowId, Row>();
      for (const row of table.rows) {
        const first = seen.get(row.id);
        if (!first) {
          seen.set(row.id, row);
          continue;
        }
        const name = rowName(table.id, row.id);
        yield {
          span: row.label.span,
          table: table.id,
          row: row.id,
          message: localized(
            `“${name}”一行出现了两次，无法确定以哪一行为准，相关勾稽不作检查。请删去重复的一行，或检查行名是否写错。`,
            `Row “${name}” occurs twice; which one counts cannot be known, so its sums are not checked. Delete one, or check its label.`,
          ),
          related: [
            { span: first.label.span, row: row.id, message: localized(`第一次出现：${name}`, `First occurrence: ${name}`) },
          ],
        };
      }
    }
  },
};
