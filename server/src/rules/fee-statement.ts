import { originalSpan, proseOf, type ProseText } from '../prose/proseText';
import { formInForce, isFreeForm } from '../report/formInForce';
import { sectionOf, type Report } from '../report/report';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const feeStatement: Rule = {
  id: 'fee-statement',
  group: 'prose',
  severity: 'warning',
  reads: ['prose'],
  summary: localized('第六部分报告信息处理费收取情况', 'Section 六 says whether information-processing fees were collected'),
  *check(report) {
    const section = sectionOf(report, 'otherMatters');
    if (!section || formInForce(report) === '2019' || isFreeForm(report)) return;
    const prose = proseOf(report).find((p) => p.place === 'otherMatters');
    const body = prose ? prose.text.slice(0, ownLength(report, prose)).trim() : '';
    // An empty section is another rule's finding.
    if (!prose || body === '' || fee.test(body)) return;
    const elsewhere = proseOf(report).some((p) => p.place === 'overview' && processingFee.test(p.text));
    const short = body.length <= 20;
    const span = short || !section.heading ? originalSpan(prose, 0, Math.min(body.length, 20)) : section.heading.span;
    yield {
      span,
      ...(elsewhere ? { severity: 'hint' as const } : {}),
      message: elsewhere
        ? localized(
            '第六部分没有写信息处理费的收取情况（总体情况里写了）。格式要求在这里报告，请移到或者补写到第六部分。',
            'Section 六 does not report information-processing fees (section 一 does). The form asks for it here: move or repeat it.',
          )
        : localized(
            '第六部分没有写信息处理费的收取情况。格式要求在这里报告；没有收取的，也请写明“本年度未收取信息处理费”。',
            'Section 六 does not say whether information-processing fees were collected. The form asks for it here; if there were none, say so.',
          ),
    };
  },
};

/** The folded length of the section's own words, without the signature and page furniture that come behind them. */
function ownLength(report: Report, prose: ProseText): number {
  const { signature } = report;
  const behind = [signature?.organSpan?.start, signature?.span.start, ...report.residue.map((r) => r.span.start)];
  const first = Math.min(...behind.map((start) => (start !== undefined && start > (prose.map[0] ?? 0) ? start : Infinity)));
  const length = prose.map.findIndex((offset) => offset >= first);
  return length < 0 ? prose.text.length : length;
}

const fee = /处理费|收费|费用|收取/;
const processingFee = /信息(?:公开)?处理费|(?:收取|收).{0,8}费/;
