import { trimSpan, type Line } from '../text/lines';
import { tagFiller } from '../text/fillers';
import { cellOpening } from '../text/markup';
import type { Layout, RawCell } from './layout';

/** `<tr><td>a</td><td>b</td></tr>`: the source of a web page, or a text whose tables a converter wrote so. */
export const htmlTables: Layout = {
  id: 'htmlTables',
  most: 1,
  score(text, lines) {
    return text.slice(lines[0]?.start, lines.at(-1)?.end).includes(openedCell) ? 1 : 0;
  },
  read(text, lines) {
    const rows = lines.map((line) => cellsOf(text, line)).filter((row) => row.length > 0);
    return { layout: 'htmlTables', rows, rowsKnown: true, showsBlanks: true };
  },
};

const openedCell = tagFiller + cellOpening;

/** From each opening tag to the next; an empty cell's value would be typed right behind its tag. */
function cellsOf(text: string, line: Line): RawCell[] {
  const cells: RawCell[] = [];
  for (let mark = text.indexOf(openedCell, line.start); mark >= 0 && mark < line.end; ) {
    const next = text.indexOf(openedCell, mark + 1);
    const from = mark + openedCell.length;
    const cell = trimSpan(text, from, next >= 0 && next < line.end ? next : line.end);
    cells.push(cell.end > cell.start ? cell : { start: from, end: from });
    mark = next;
  }
  return cells;
}
