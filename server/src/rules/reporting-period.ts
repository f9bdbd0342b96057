import { isOfSchoolYear } from '../report/formInForce';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const reportingPeriod: Rule = {
  id: 'reporting-period',
  group: 'dates',
  severity: 'error',
  reads: ['prose'],
  summary: localized('统计期限是报告年度的 1 月 1 日至 12 月 31 日', 'The stated period is 1 January to 31 December of the year'),
  *check(report) {
    const { period } = report;
    // A date that could not be read decides nothing.
    if (!period?.from || !period.to || isOfSchoolYear(report)) return;
    const { from, to } = period;
    const whole = from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31 && from.year === to.year;
    if (whole) return;
    const year = report.title?.year ?? report.year ?? to.year;
    yield {
      span: period.span,
      message: localized(
        `统计期限应为 ${year} 年 1 月 1 日至 12 月 31 日，这里写的是 ${dateText(from)}至${dateText(to)}。年度报告统计整个公历年度，请改正。`,
        `The period should be ${year}-01-01 to ${year}-12-31, but is ${isoDate(from)} to ${isoDate(to)}. The annual report covers the calendar year; correct it.`,
      ),
    };
  },
};

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dateText({ year, month, day }: Day): string {
  return `${year} 年 ${month} 月 ${day} 日`;
}

function isoDate({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
