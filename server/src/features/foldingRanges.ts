import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import { shiftSpan, type Span } from '../text/span';
import { tablesOf } from './parts/elementAt';
import type { Feature, View } from './view';

/** Sections and tables fold; of a document with several reports each report does too. */
export const foldingRanges: Feature<FoldingRangeParams, FoldingRange[]> = {
  method: 'textDocument/foldingRange',
  capability: () => ({ foldingRangeProvider: true }),
  handle(view) {
    const ranges = view.parts.flatMap((part) => {
      const whole = view.parts.length > 1 ? [{ start: 0, end: part.report.text.length }] : [];
      const spans = [...whole, ...part.report.sections.map((s) => s.span), ...tablesOf(part.report).map((t) => t.span)];
      return spans.map((span) => fold(view, shiftSpan(span, part.start)));
    });
    const seen = new Set<string>();
    const distinct = ranges.filter(
      (r) => r !== undefined && !seen.has(`${r.startLine}-${r.endLine}`) && seen.add(`${r.startLine}-${r.endLine}`),
    );
    const limit = view.client.textDocument?.foldingRange?.rangeLimit;
    return (distinct as FoldingRange[]).slice(0, limit);
  },
};

/** Blank lines at the end stay visible, as people leave them between sections. */
function fold(view: View, span: Span): FoldingRange | undefined {
  const text = view.text.slice(span.start, span.end);
  const end = span.start + text.trimEnd().length;
  const startLine = view.positions.position(span.start).line;
  const endLine = view.positions.position(end).line;
  return endLine > startLine ? { startLine, endLine, kind: FoldingRangeKind.Region } : undefined;
}
