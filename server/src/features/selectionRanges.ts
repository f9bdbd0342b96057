import type { Position, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { contains, shiftSpan, span, type Span } from '../text/span';
import { elementAt, tablesOf } from './parts/elementAt';
import { partAt, type Feature, type View } from './view';

/** Selection grows from the cell to its row, its table, its section and the report. */
export const selectionRanges: Feature<SelectionRangeParams, SelectionRange[]> = {
  method: 'textDocument/selectionRange',
  capability: () => ({ selectionRangeProvider: true }),
  handle: (view, params) => params.positions.map((position) => rangeAt(view, position)),
};

function rangeAt(view: View, position: Position): SelectionRange {
  const offset = view.positions.offset(position);
  // From the widest to the narrowest; each must lie within the one before.
  let result: SelectionRange = { range: view.positions.range(span(0, view.text.length)) };
  let last: Span = span(0, view.text.length);
  for (const candidate of spansAt(view, offset)) {
    const isInside = last.start <= candidate.start && candidate.end <= last.end;
    if (!isInside || (last.start === candidate.start && last.end === candidate.end)) continue;
    result = { range: view.positions.range(candidate), parent: result };
    last = candidate;
  }
  return result;
}

function spansAt(view: View, offset: number): Span[] {
  const place = partAt(view, offset);
  if (!place) return [];
  const { part, at } = place;
  const { report } = part;
  const element = elementAt(report, at);
  const row = element?.kind === 'cell' || element?.kind === 'label' ? element.row.span : undefined;
  const spans = [
    span(0, report.text.length),
    report.sections.findLast((section) => contains(section.span, at))?.span,
    tablesOf(report).find((table) => contains(table.span, at))?.span,
    report.sections.flatMap((section) => section.prose).find((prose) => contains(prose, at)),
    row,
    lineAt(report.text, at),
    element?.span,
  ];
  return spans.filter((s) => s !== undefined).map((s) => shiftSpan(s, part.start));
}

function lineAt(text: string, at: number): Span {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const rest = /[\r\n]/.exec(text.slice(at));
  return span(start, rest ? at + rest.index : text.length);
}
