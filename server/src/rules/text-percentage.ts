import { valueOfReading } from '../prose/readings';
import type { ShareStatement } from '../prose/statement';
import { statementsOf } from '../prose/statements';
import { sectionOf, type Report } from '../report/report';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const textPercentage: Rule = {
  id: 'text-percentage',
  group: 'prose',
  severity: 'hint',
  reads: ['proactive', 'applications', 'disputes', 'prose'],
  summary: localized('正文中“n 件，占 p%”的百分比算得对', 'A printed percentage follows from its count and a base'),
  *check(report) {
    const { shares } = statementsOf(report);
    if (shares.length === 0) return;
    const tableBases = basesInTables(report);
    for (const share of shares) {
      const bases = [...new Set(share.aboutTables ? [...share.bases, ...tableBases] : share.bases)].filter(
        (base) => base > 0 && base >= share.count,
      );
      // A share far too small for every known total is one of a whole that the report does not give.
      const largest = Math.max(...bases, 0);
      const unknown = largest === share.count || share.count * 200 * 10 ** share.decimals > share.share * largest * 3;
      if (unknown || bases.some((base) => fits(share, base))) continue;
      const [printed, best] = [percentText(share.share, share.decimals), likeliest(share, bases)];
      const right = percentText(Math.round((share.count * 100 * 10 ** share.decimals) / best), share.decimals);
      yield {
        span: share.span,
        message: localized(
          `正文写 ${share.count} 占 ${printed}%，但按文中和表中的任何一个总数都算不出来；以 ${best} 为总数应是 ${right}%。请核对件数、总数和百分比。`,
          `The text says ${share.count} is ${printed}%, which follows from no total in the text or the tables; of ${best} it is ${right}%. Check the count, the total and the percentage.`,
        ),
        related: [
          { span: share.countSpan, message: localized(`件数 ${share.count}`, `count ${share.count}`), value: share.count },
        ],
      };
    }
  },
};

/** Rounded, rounded up or cut off at the printed decimals: all are accepted. */
function fits({ count, share, decimals }: ShareStatement, base: number): boolean {
  return Math.abs(share * base - count * 100 * 10 ** decimals) <= base;
}

/** The base that comes closest to the printed percentage. */
function likeliest(share: ShareStatement, bases: readonly number[]): number {
  const distance = (base: number) => Math.abs(share.share * base - share.count * 100 * 10 ** share.decimals) / base;
  return bases.reduce((best, base) => (distance(base) < distance(best) ? base : best));
}

function percentText(scaled: number, decimals: number): string {
  if (decimals === 0) return String(scaled);
  const digits = String(scaled).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The totals a share of applications or cases is usually taken of. */
function basesInTables(report: Report): number[] {
  const application = (row: string) => ({ table: 'applications' as const, row, column: 'total' });
  const cases = (row: string) => ({ table: 'disputes' as const, row, column: 'total' });
  const sums = [
    [application('received')],
    [application('received'), application('carriedIn')],
    [application('outcomeTotal')],
    [cases('review')],
    [cases('directLitigation'), cases('litigationAfterReview')],
    [cases('review'), cases('directLitigation'), cases('litigationAfterReview')],
  ];
  if (!sectionOf(report, 'applications') && !sectionOf(report, 'disputes')) return [];
  return sums
    .map((plus) => valueOfReading(report, { name: localized('', ''), plus, minus: [] }).value)
    .filter((value): value is number => value !== null);
}
