import type { Report } from '../report/report';
import { localized } from '../text/localized';
import { growthClaims, type GrowthClaim } from './across/growthClaims';
import { comparableCount, relatedCount, reportName, type CountCell } from './across/comparableCell';
import type { FindingDraft, OtherReport, Rule } from './rule';

/** A rate of growth stated beside a count of the tables is the growth of that count against last year's report. */
export const growthRate: Rule = {
  id: 'growth-rate',
  group: 'across',
  severity: 'hint',
  reads: ['proactive', 'applications', 'disputes', 'prose', 'others'],
  summary: localized('文中的同比增减率与两年表格的数一致', 'A stated rate of growth agrees with both years’ tables'),
  *check(report, { previous }) {
    if (!previous) return;
    for (const claim of growthClaims(report)) {
      const finding = judge(claim, report, previous);
      if (finding) yield finding;
    }
  },
};

/** One finding where a reading of the claim is certain and no reading gives the stated rate. */
function judge(claim: GrowthClaim, report: Report, previous: OtherReport): FindingDraft | null {
  if (claim.baseYear !== null && report.year !== null && claim.baseYear !== report.year - 1) return null;
  const comparisons = claim.readings.flatMap((cells) => {
    const now = sumOf(report, cells);
    const before = sumOf(previous.report, cells);
    const usable = now && before && before.value > 0 && (claim.count === null || now.value === claim.count);
    return usable ? [{ now, before }] : [];
  });
  const first = comparisons[0];
  if (!first || comparisons.some(({ now, before }) => agrees(claim, now.value, before.value))) return null;
  const [now, before] = [first.now.value, first.before.value];
  const grew = now >= before;
  const rate = rounded(Math.abs(now - before), before, claim.decimals);
  const there = reportName(previous);
  const stated = `${claim.direction > 0 ? '增长' : '下降'} ${claim.text}%`;
  return {
    span: claim.span,
    actual: claim.units / 10 ** claim.decimals,
    expected: Number(rate),
    message: localized(
      `文中称${stated}，而本年为 ${now}，${there.zh}为 ${before}，应为${now === before ? '持平' : `${grew ? '增长' : '下降'} ${rate}%`}。请核对数字和比较口径。`,
      `The text says ${claim.direction > 0 ? 'up' : 'down'} ${claim.text}%, but this year’s number is ${now} and ${there.en} has ${before}: ${now === before ? 'no change' : `${grew ? 'up' : 'down'} ${rate}%`}. Check the number and what it is compared with.`,
    ),
    related: [
      ...first.now.cells.map((cell) => relatedCount(cell, localized('本年的数', 'This year’s number'))),
      ...first.before.cells.map((cell) => relatedCount(cell, localized('上一年的数', 'Last year’s number'), previous)),
    ],
    fixes:
      now !== before && grew === claim.direction > 0
        ? [
            {
              title: localized(`改为 ${rate}%`, `Change to ${rate}%`),
              kind: 'offered',
              edits: [{ span: claim.numberSpan, newText: rate }],
            },
          ]
        : [],
  };
}

interface Sum {
  readonly value: number;
  readonly cells: readonly CountCell[];
}

function sumOf(report: Report, cells: GrowthClaim['readings'][number]): Sum | null {
  const found = cells.map(([table, row]) => comparableCount(report, table, row, 'total'));
  if (!found.every((cell) => cell !== undefined)) return null;
  return { value: found.reduce((sum, cell) => sum + cell.value, 0), cells: found };
}

/** Whether the stated rate is the exact one rounded up or down at the printed precision. */
function agrees(claim: GrowthClaim, now: number, before: number): boolean {
  if (claim.units === 0) return now === before;
  if (now !== before && now > before !== claim.direction > 0) return false;
  const exact = Math.abs(now - before) * 100 * 10 ** claim.decimals;
  return claim.units * before > exact - before && claim.units * before < exact + before;
}

/** 100 · difference / base with the given decimals, rounded half up in integers. */
function rounded(difference: number, base: number, decimals: number): string {
  const scale = 10 ** decimals;
  const units = Math.floor((difference * 200 * scale + base) / (2 * base));
  const whole = Math.floor(units / scale);
  return decimals === 0 ? String(whole) : `${whole}.${String(units % scale).padStart(decimals, '0')}`;
}
