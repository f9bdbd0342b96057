import { localized } from '../text/localized';
import { cellName, comparableCount, relatedCell, type CountCell } from './across/comparableCell';
import { summedTables } from './across/summedTables';
import type { OtherReport, Rule } from './rule';

/** The cells of a government's report are the sums of its organs' cells, where the configuration declares the organs complete. */
export const wholeNotSum: Rule = {
  id: 'whole-not-sum',
  group: 'across',
  severity: 'warning',
  summary: localized(
    '政府汇总报告的每一格等于所属机关之和（配置声明机关齐全时）',
    'A government’s cells are the sums of its organs’ cells, where the set is declared complete',
  ),
  *check(report, { parts }) {
    if (!parts?.complete || parts.reports.length === 0) return;
    for (const table of summedTables) {
      for (const row of report.tables[table]?.rows ?? []) {
        for (const column of row.expected) {
          const whole = comparableCount(report, table, row.id, column);
          if (!whole) continue;
          const terms: Term[] = [];
          for (const other of parts.reports) {
            const cell = comparableCount(other.report, table, row.id, column);
            if (cell) terms.push({ other, cell });
          }
          // One organ whose cell was not read leaves the sum undecided.
          if (terms.length < parts.reports.length) continue;
          const expected = terms.reduce((sum, term) => sum + term.cell.value, 0);
          if (whole.value === expected) continue;
          const name = cellName(table, row.id, column, report.form);
          yield {
            span: whole.span,
            table,
            row: row.id,
            column,
            actual: whole.value,
            expected,
            message: localized(
              `${name.zh}为 ${whole.value}，所属 ${terms.length} 个机关相加为 ${expected}，相差 ${Math.abs(whole.value - expected)}。请核对各机关的报告和汇总过程；机关之间移送申请等造成的差额，可注明原因后保留。`,
              `${name.en} is ${whole.value}, but its ${terms.length} organs add up to ${expected}. Check the organs’ reports and the summing up; where applications passed between organs, accept the finding with that reason.`,
            ),
            related: largestTerms(terms).map(({ other, cell }) =>
              relatedCell(
                cell,
                localized(
                  `${other.report.organ ?? other.file}：${cell.value}`,
                  `${other.report.organ ?? other.file}: ${cell.value}`,
                ),
                other,
              ),
            ),
          };
        }
      }
    }
  },
};

interface Term {
  readonly other: OtherReport;
  readonly cell: CountCell;
}

/** The organs that make up the sum, largest first; zeros say nothing unless there is nothing else. */
function largestTerms(terms: readonly Term[]): Term[] {
  const sorted = [...terms].sort((a, b) => b.cell.value - a.cell.value);
  const counted = sorted.filter((term) => term.cell.value > 0);
  return (counted.length > 0 ? counted : sorted).slice(0, 20);
}
