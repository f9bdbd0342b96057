import type { RowId } from '../form/form';
import type { Report } from '../report/report';
import { localized } from '../text/localized';
import { span, type Span } from '../text/span';
import { quotedCellName, comparableCount, relatedCount, reportName } from './across/comparableCell';
import type { Rule } from './rule';

/** Documents in force at the end of the year: last year's, plus those issued, minus those repealed. */
export const stockContinuity: Rule = {
  id: 'stock-continuity',
  group: 'across',
  severity: 'warning',
  reads: ['proactive', 'prose', 'others'],
  summary: localized(
    '现行有效件数 = 上一年现行有效件数 + 本年制发 − 本年废止',
    'In force = in force last year + issued − repealed this year',
  ),
  *check(report, { previous }) {
    if (!previous) return;
    for (const row of ['rules', 'normativeDocuments'] satisfies RowId[]) {
      const inForce = comparableCount(report, 'proactive', row, 'inForce');
      const issued = comparableCount(report, 'proactive', row, 'issued');
      const repealed = comparableCount(report, 'proactive', row, 'repealed');
      const before = comparableCount(previous.report, 'proactive', row, 'inForce');
      if (!inForce || !issued || !repealed || !before) continue;
      const expected = before.value + issued.value - repealed.value;
      if (inForce.value === expected) continue;
      const name = quotedCellName('proactive', row, 'inForce', '2021');
      const there = reportName(previous);
      const restated = statedRestatement(report);
      yield {
        span: inForce.span,
        table: 'proactive',
        row,
        column: 'inForce',
        actual: inForce.value,
        ...(expected >= 0 && { expected }),
        ...(restated && { severity: 'hint' as const }),
        message: localized(
          `${name.zh}为 ${inForce.value}，按${there.zh}推算应为 ${before.value} + ${issued.value} − ${repealed.value} = ${expected}。请核对制发、废止和现行有效件数；经清理重新核定的，宜在报告中说明。`,
          `${name.en} is ${inForce.value}; from ${there.en} it should be ${before.value} + ${issued.value} − ${repealed.value} = ${expected}. Check the numbers issued, repealed and in force; a stock restated after a clean-up should be explained in the report.`,
        ),
        related: [
          relatedCount(before, localized('上一年的现行有效件数', 'In force at the end of last year'), previous),
          relatedCount(issued, localized('本年制发', 'Issued this year')),
          relatedCount(repealed, localized('本年废止', 'Repealed this year')),
          ...(restated
            ? [{ span: restated, message: localized('文中说明了清理或调整', 'The text speaks of a clean-up or restatement') }]
            : []),
        ],
      };
    }
  },
};

/** A clause saying that the stock of documents was cleaned up or counted anew: the numbers may rightly not continue. */
function statedRestatement(report: Report): Span | null {
  for (const section of report.sections) {
    for (const prose of section.prose) {
      const found = restatement.exec(report.text.slice(prose.start, prose.end));
      if (found) return span(prose.start + found.index, prose.start + found.index + found[0].length);
    }
  }
  return null;
}

/** A clean-up alone, which nearly every report mentions, is no restatement; numbers counted anew are. */
const restatement =
  /(?:规范性文件|规章|现行有效)[^。；;\n]{0,30}(?:重新(?:核定|统计|认定)|核减|统计口径|清理后|件?数量?[^。；;\n]{0,8}调整)|(?:重新(?:核定|统计)|经清理|清理后|统计口径|核减)[^。；;\n]{0,30}(?:规范性文件|规章|现行有效)/;
