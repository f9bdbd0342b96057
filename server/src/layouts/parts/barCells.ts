import { isSpace, trimSpan, type Line } from '../../text/lines';
import type { RawCell } from '../layout';

/**
 * The cells of a line with bars; undefined where it has none. A bar at the line's end closes a cell, and one at its start only opens the
 * line, in a table whose lines mostly begin so.
 */
export function barCells(text: string, line: Line, barsOpen = true): RawCell[] | undefined {
  const first = nextBar(text, line.start, line.end);
  if (first < 0) return undefined;
  const width = isDoubled(text.slice(first, line.end)) ? 2 : 1;
  const cells: RawCell[] = [];
  let at = line.start;
  for (let bar = first; bar >= 0; bar = nextBar(text, at, line.end)) {
    const cell = trimSpan(text, at, bar);
    const opens = barsOpen && at === line.start && cell.end === cell.start;
    if (!opens) cells.push(emptyAtBar(text, cell, bar));
    at = bar + width;
  }
  const last = trimSpan(text, at, line.end);
  if (last.end > last.start) cells.push(last);
  return cells;
}

/** `a || b || c`: every bar of the line is a pair. */
function isDoubled(content: string): boolean {
  return content.startsWith('||') && !/(?:^|[^|])(?:\|\|)*\|(?:[^|]|$)/.test(content) && /[^|\s]/.test(content);
}

/** An empty cell's place is where its value would be typed: after the bar's blank, if there is one. */
function emptyAtBar(text: string, cell: RawCell, bar: number): RawCell {
  if (cell.end > cell.start) return cell;
  const at = cell.start < bar && isSpace(text.charCodeAt(cell.start)) && bar - cell.start > 1 ? cell.start + 1 : cell.start;
  return { start: at, end: at };
}

/** The next cell border, half or full width or drawn; -1 when there is none before `end`. */
export function nextBar(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7c || code === 0xff5c || code === 0x2502) return i;
  }
  return -1;
}

/** The `|---|:--:|` line of Markdown, `+---+---+` and `├──┼──┤` of drawn tables. */
export function isSeparator(text: string, line: Line): boolean {
  const content = text.slice(line.start, line.end);
  return /^[\s|:+=\-–—\u2500-\u257f]+$/.test(content) && /[-=─━═]{2,}|:-|-:/.test(content);
}
