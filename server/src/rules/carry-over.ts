import { forms } from '../form/form';
import { localized } from '../text/localized';
import { quotedCellName, comparableCount, relatedCount, reportName } from './across/comparableCell';
import type { Rule } from './rule';

/** What last year's report carried out is what this year's report carried in, in every column. */
export const carryOver: Rule = {
  id: 'carry-over',
  group: 'across',
  severity: 'warning',
  reads: ['applications', 'others'],
  summary: localized(
    '本年“上年结转”等于上一年报告的“结转下年度继续办理”',
    'What last year’s report carried out is carried in this year',
  ),
  *check(report, { previous }) {
    if (!previous) return;
    for (const { id: column, label } of forms['2021'].tables.applications.columns) {
      const carriedIn = comparableCount(report, 'applications', 'carriedIn', column);
      const carriedOut = comparableCount(previous.report, 'applications', 'carriedOut', column);
      if (!carriedIn || !carriedOut || carriedIn.value === carriedOut.value) continue;
      const here = quotedCellName('applications', 'carriedIn', column, report.form);
      const there = reportName(previous);
      yield {
        span: carriedIn.span,
        table: 'applications',
        row: 'carriedIn',
        column,
        actual: carriedIn.value,
        expected: carriedOut.value,
        message: localized(
          `${here.zh}为 ${carriedIn.value}，而${there.zh}“四、结转下年度继续办理”（${label}）为 ${carriedOut.value}：上年结转出来的申请应当全部结转到本年。请核对两年的台账；确因机构合并或申请人类别更正而不同的，可注明原因后保留。`,
          `${here.en} is ${carriedIn.value}, but ${there.en} carried out ${carriedOut.value}: what was carried out of one year is carried into the next. Check both years’ records; if organs merged or applicants were re-typed, accept the finding with that reason.`,
        ),
        related: [relatedCount(carriedOut, localized('上一年报告的结转数', 'Carried out in last year’s report'), previous)],
      };
    }
  },
};
