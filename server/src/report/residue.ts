import { trimSpan, type Line } from '../text/lines';
import type { Residue, Table } from './report';
import { isPageNumber, isWebsiteFurniture } from './pageFurniture';

/** Debris that extraction left in the text: bookmarks, login prompts and page furniture, page numbers inside tables. */
export function residueOf(text: string, lines: readonly Line[], tables: readonly Table[]): Residue[] {
  const found: Residue[] = [];
  for (const line of lines) {
    const length = line.end - line.start;
    if (length < 2 || length > 200) continue;
    if (length <= 60) {
      const span = trimSpan(text, line.start, line.end);
      const content = text.slice(span.start, span.end);
      if (isWebsiteFurniture(content)) found.push({ span, kind: 'furniture' });
      else if (isPageNumber(content) && tables.some((t) => t.span.start < span.start && span.end < t.span.end))
        found.push({ span, kind: 'pageNumber' });
    }
  }
  for (let at = text.indexOf('[bookmark:'); at >= 0; at = text.indexOf('[bookmark:', at + 1)) {
    const end = text.indexOf(']', at);
    if (end > 0 && end - at < 80) found.push({ span: { start: at, end: end + 1 }, kind: 'bookmark' });
  }
  return mergeNeighbours(
    text,
    found.sort((a, b) => a.span.start - b.span.start),
  );
}

/** Neighbouring lines of furniture are one piece of residue. */
function mergeNeighbours(text: string, residue: readonly Residue[]): Residue[] {
  const merged: Residue[] = [];
  for (const r of residue) {
    const last = merged.at(-1);
    if (last && last.kind === 'furniture' && r.kind === 'furniture' && text.slice(last.span.end, r.span.start).trim() === '') {
      merged[merged.length - 1] = { kind: 'furniture', span: { start: last.span.start, end: r.span.end } };
    } else merged.push(r);
  }
  return merged;
}
