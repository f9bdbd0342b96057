import type { Report } from '../report/report';
import { localized } from '../text/localized';
import { span, type Span } from '../text/span';
import { reportName } from './across/comparableCell';
import { proseSentences, type Sentence } from './across/proseSentences';
import type { OtherReport, Related, Rule } from './rule';
import { KeptWith } from '../text/remember';

/** More than half of the sentences repeat last year's report, years and numbers aside. */
export const copiedText: Rule = {
  id: 'copied-text',
  group: 'across',
  severity: 'hint',
  reads: ['prose', 'others'],
  summary: localized('文字部分与上一年报告重复不超过一半', 'No more than half of the prose repeats last year’s report'),
  *check(report, { previous }) {
    if (!previous) return;
    const sentences = proseSentences(report);
    const before = byWording(previous.report);
    const copied = sentences.filter((sentence) => before.has(sentence.wording));
    if (sentences.length < fewestSentences || copied.length * 2 <= sentences.length) return;
    const share = Math.floor((copied.length * 100) / sentences.length);
    const there = reportName(previous);
    const section = report.sections.find((s) => s.heading && s.span.end > copied[0]!.span.start);
    yield {
      span: section?.heading?.span ?? copied[0]!.span,
      actual: share,
      message: localized(
        `文字部分 ${sentences.length} 句中有 ${copied.length} 句（${share}%）与${there.zh}相同（年份和数字的变化不计）。请按本年实际情况重写重复的段落。`,
        `${copied.length} of ${sentences.length} sentences (${share}%) are the same as in ${there.en}, years and numbers aside. Rewrite the repeated passages from this year’s facts.`,
      ),
      related: copiedRanges(sentences, copied, before, previous),
    };
  },
};

/** With fewer sentences a share says nothing. */
const fewestSentences = 5;
const mostRanges = 30;

const wordings = new KeptWith<Report, ReadonlyMap<string, Span>>();

function byWording(report: Report): ReadonlyMap<string, Span> {
  let known = wordings.get(report);
  if (!known) {
    known = new Map(proseSentences(report).map((sentence) => [sentence.wording, sentence.span]));
    wordings.set(report, known);
  }
  return known;
}

/** Neighbouring copied sentences as one range each, with the place of the first in last year's report. */
function copiedRanges(
  sentences: readonly Sentence[],
  copied: readonly Sentence[],
  before: ReadonlyMap<string, Span>,
  previous: OtherReport,
): Related[] {
  const isCopied = new Set(copied);
  const ranges: { range: Span; source: Span; count: number }[] = [];
  let open = false;
  for (const sentence of sentences) {
    if (!isCopied.has(sentence)) {
      open = false;
      continue;
    }
    const last = ranges.at(-1);
    if (open && last && last.range.start < sentence.span.start) {
      last.range = span(last.range.start, sentence.span.end);
      last.count++;
    } else {
      ranges.push({ range: sentence.span, source: before.get(sentence.wording)!, count: 1 });
    }
    open = true;
  }
  return ranges.slice(0, mostRanges).flatMap(({ range, source, count }) => [
    {
      span: range,
      message: localized(`与上一年相同的 ${count} 句`, `${count} sentence(s) the same as last year`),
    },
    { span: source, message: localized('上一年报告中的原文', 'The text in last year’s report'), other: previous },
  ]);
}
