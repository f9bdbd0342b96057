import type { Report } from '../report/report';
import { localized } from '../text/localized';
import { readTables } from './parts/cellFindings';
import { organRank } from './parts/organRank';
import type { Rule } from './rule';

export const amountScale: Rule = {
  id: 'amount-scale',
  group: 'arithmetic',
  severity: 'hint',
  reads: ['proactive'],
  summary: localized('收费金额像是把元当成了万元', 'The fee amount looks like yuan written as 10,000 yuan'),
  *check(report) {
    const fees = readTables(report)
      .find((t) => t.id === 'proactive')
      ?.rows.find((r) => r.id === 'fees');
    const cell = fees?.cells['amount'];
    // A unit in the cell is what not-an-amount speaks about.
    if (!cell || cell.value === null || cell.annotation !== null || cell.value < limit(report, cell.decimals)) return;
    const hundredMillions = Math.round(cell.value / 1000) / 10;
    yield {
      span: cell.span,
      table: 'proactive',
      row: 'fees',
      column: 'amount',
      actual: cell.value,
      message: localized(
        `行政事业性收费填了 ${cell.text}，单位是万元，即约 ${hundredMillions} 亿元，对本机关来说过大。请检查是否按元填写，应换算成万元。`,
        `Administrative fees are ${cell.text}; in units of 10,000 yuan that is about ${hundredMillions} hundred million yuan, too much for this organ. Check whether it was filled in in yuan.`,
      ),
    };
  },
};

/** The amount in 10,000 yuan from which a unit slip is likelier than the amount; whole numbers look like yuan sooner. */
function limit(report: Report, decimals: number): number {
  const rank = organRank(report.organ);
  if (rank === null) return /省|自治区|部$|总局$|^国/u.test(report.organ ?? '') ? Infinity : 10_000_000;
  if (decimals > 0 || rank === 'county') return 1_000_000;
  return rank === 'town' ? 50_000 : 200_000;
}
