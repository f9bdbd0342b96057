import { trimSpan } from '../text/lines';
import { barCells } from './pipeRows';
import type { Layout, RawCell } from './layout';

/**
 * One cell a line, closed by a bar (`规章 |`). Bars on a line of their own, or more than one at a line's end, are filler or
 * blank cells. The text does not show where a row ends.
 */
export const pipeCells: Layout = {
  id: 'pipeCells',
  score(text, lines) {
    let single = 0;
    let barred = 0;
    for (const line of lines) {
      const cells = barCells(text, line);
      if (!cells) continue;
      barred++;
      if (cells.filter((c) => c.end > c.start).length <= 1) single++;
    }
    return barred === 0 ? 0 : 0.2 + (0.7 * single) / barred;
  },
  read(text, lines) {
    const cells: RawCell[] = [];
    for (const line of lines) {
      const barred = barCells(text, line);
      if (barred) {
        if (barred.length === 0) cells.push({ start: line.start, end: line.start });
        else cells.push(...barred);
      } else {
        const cell = trimSpan(text, line.start, line.end);
        if (cell.end > cell.start) cells.push(cell);
      }
    }
    return { layout: 'pipeCells', rows: [cells], rowsKnown: false, showsBlanks: true };
  },
};
