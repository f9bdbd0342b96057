import { trimSpan, type Line } from '../text/lines';
import type { Layout, RawCell, RawGrid } from './layout';
import { lineCells } from './parts/lineCells';
import { areBorders, rowsBetweenTabs } from './parts/tabBorders';

/**
 * Paste from Word: each cell a line that starts with a tab, a blank line after each row, a line without a tab the next
 * paragraph of the cell before. A tab alone is an empty cell. Where line ends were doubled, rows end with more blank lines than cells.
 * Where no cell stands behind its tab, the tabs are the borders between the cells.
 */
export const tabCells: Layout = {
  id: 'tabCells',
  most: 0.95,
  score(text, lines) {
    let leading = 0;
    let tabbed = 0;
    for (const line of lines) {
      const content = text.slice(line.start, line.end);
      if (!content.includes('\t')) continue;
      tabbed++;
      if (/^\s*\t[^\t]*$/.test(content)) leading++;
    }
    return tabbed === 0 ? 0 : 0.2 + (0.75 * leading) / tabbed;
  },
  read(text, lines) {
    if (areIndents(text, lines))
      return { layout: 'tabCells', rows: [lineCells(text, lines)], rowsKnown: false, showsBlanks: false };
    if (areBorders(text, lines)) return gridOf(rowsBetweenTabs(text, lines));
    const rows: RawCell[][] = [];
    let row: RawCell[] = [];
    const inRow = blankLinesInRows(text, lines);
    let blank = 0;
    for (const line of lines) {
      const cell = trimSpan(text, line.start, line.end);
      const tab = text.indexOf('\t', line.start);
      const starts = tab >= line.start && tab < line.end;
      if (!starts && /^\[bookmark:[^\]]*\]$/.test(text.slice(cell.start, cell.end))) continue;
      if (cell.end > cell.start || starts) blank = 0;
      if (starts) {
        row.push(cell.end > cell.start ? cell : { start: tab + 1, end: tab + 1 });
      } else if (cell.end > cell.start) {
        const before = row.at(-1);
        if (before && before.end > before.start) row[row.length - 1] = { start: before.start, end: cell.end };
        else row.push(cell);
      } else if (++blank > inRow && row.length > 0) {
        rows.push(row);
        row = [];
      }
    }
    if (row.length > 0) rows.push(row);
    return gridOf(rows);
  },
};

function gridOf(rows: RawCell[][]): RawGrid {
  return { layout: 'tabCells', rows, rowsKnown: true, showsBlanks: true };
}

/** Whether the tabs are those of a page's source, where every element stands further in than the one around it: they tell of no cells. */
function areIndents(text: string, lines: readonly Line[]): boolean {
  let several = 0;
  let one = 0;
  for (const { start, end } of lines) {
    const tabs = /^\t*/.exec(text.slice(start, end))![0].length;
    if (tabs > 1) several++;
    else if (tabs === 1) one++;
  }
  return several > one;
}

/** How many blank lines stand between the cells of a row: none, unless a copy doubled the line ends. */
function blankLinesInRows(text: string, lines: readonly Line[]): number {
  let fewest = Infinity;
  let blank = Infinity;
  for (const { start, end } of lines) {
    const content = text.slice(start, end);
    if (content.includes('\t')) {
      fewest = Math.min(fewest, blank);
      blank = 0;
    } else if (content.trim() === '') blank++;
    else blank = Infinity;
  }
  return fewest === Infinity ? 0 : fewest;
}
