import { trimSpan, type Line } from '../text/lines';
import type { Layout, RawCell } from './layout';

/** One table row a line, a tab between cells; an empty field is an empty cell, at the line's end too. */
export const tabRows: Layout = {
  id: 'tabRows',
  most: 0.9,
  score(text, lines) {
    let several = 0;
    let tabbed = 0;
    for (const line of lines) {
      if (!text.slice(line.start, line.end).includes('\t')) continue;
      tabbed++;
      if (tabCellsOf(text, line).filter((c) => c.end > c.start).length > 1) several++;
    }
    return tabbed === 0 ? 0 : 0.2 + (0.7 * several) / tabbed;
  },
  read(text, lines) {
    const rows: RawCell[][] = [];
    for (const line of lines) {
      const cells = tabCellsOf(text, line);
      if (cells.some((c) => c.end > c.start) || cells.length > 1) rows.push(cells);
    }
    return { layout: 'tabRows', rows, rowsKnown: true, showsBlanks: true };
  },
};

function tabCellsOf(text: string, line: Line): RawCell[] {
  const cells: RawCell[] = [];
  let at = line.start;
  while (at <= line.end) {
    let tab = text.indexOf('\t', at);
    if (tab < 0 || tab > line.end) tab = line.end;
    cells.push(trimSpan(text, at, tab));
    at = tab + 1;
  }
  return cells;
}
