import { localized, type Localized } from '../text/localized';
import { quotedCellName, relatedCount } from './across/comparableCell';
import { explainingOrgan, sumsOfOrgans, type SumOfOrgans } from './across/sumsOfOrgans';
import type { OtherReport, Rule } from './rule';

/** The cells of a government's report are the sums of its organs' cells, where the configuration declares the organs complete. */
export const wholeNotSum: Rule = {
  id: 'whole-not-sum',
  group: 'across',
  severity: 'warning',
  reads: ['proactive', 'applications', 'disputes', 'others'],
  summary: localized(
    '政府汇总报告的每一格等于所属机关之和（配置声明机关齐全时）',
    'A government’s cells are the sums of its organs’ cells, where the set is declared complete',
  ),
  *check(report, { parts }) {
    if (!parts?.complete || parts.reports.length === 0) return;
    const sums = [...sumsOfOrgans(report, parts.reports)];
    const cause = explanation(sums, parts.reports);
    for (const { table, whole, terms, expected } of sums) {
      if (whole.value === expected) continue;
      const name = quotedCellName(table, whole.row, whole.column, report.form);
      yield {
        span: whole.span,
        table,
        row: whole.row,
        column: whole.column,
        actual: whole.value,
        expected,
        message: localized(
          `${name.zh}为 ${whole.value}，所属 ${terms.length} 个机关相加为 ${expected}，相差 ${Math.abs(whole.value - expected)}。${cause.zh}`,
          `${name.en} is ${whole.value}, but its ${terms.length} organs add up to ${expected}. ${cause.en}`,
        ),
        related: largest(terms).map(({ other, cell }) => {
          const organ = other.report.organ ?? other.file;
          return relatedCount(cell, localized(`${organ}：${cell.value}`, `${organ}: ${cell.value}`), other);
        }),
      };
    }
  },
};

/** What to do: where all differences together are exactly one organ's numbers, that organ was left out or counted twice. */
function explanation(sums: readonly SumOfOrgans[], organs: readonly OtherReport[]): Localized {
  const found = explainingOrgan(sums, organs);
  if (!found) {
    return localized(
      '请核对各机关的报告和汇总过程；机关之间移送申请等造成的差额，可注明原因后保留。',
      'Check the organs’ reports and the summing up; where applications passed between organs, accept the finding with that reason.',
    );
  }
  const organ = found.organ.report.organ ?? found.organ.file;
  return found.kind === 'leftOut'
    ? localized(
        `全部差额恰好是“${organ}”的数，汇总时可能漏了这个机关，请核对。`,
        `All differences together are exactly the numbers of “${organ}”: it was probably left out of the sum. Check it.`,
      )
    : localized(
        `全部差额恰好是“${organ}”的数，汇总时可能把这个机关算了两次，请核对。`,
        `All differences together are exactly the numbers of “${organ}”: it was probably counted twice. Check it.`,
      );
}

/** The organs that make up a sum, largest first; zeros say nothing unless there is nothing else. */
function largest(terms: SumOfOrgans['terms']): SumOfOrgans['terms'] {
  const sorted = [...terms].sort((a, b) => b.cell.value - a.cell.value);
  const counted = sorted.filter((term) => term.cell.value > 0);
  return (counted.length > 0 ? counted : sorted).slice(0, 20);
}
