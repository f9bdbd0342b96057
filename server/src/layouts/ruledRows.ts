import { trimSpan } from '../text/lines';
import type { Layout, RawCell } from './layout';
import { barCells, isSeparator } from './parts/barCells';
import { inDoubt } from './parts/drawnRows';
import { drawnTables } from './parts/drawnTables';
import { isBar } from './parts/ruledTables';

/** A table drawn with a rule below each row, its cells wrapped over the lines between two rules. */
export const ruledRows: Layout = {
  id: 'ruledRows',
  most: 1,
  score: (text, lines) => (drawnTables(text, lines).length > 0 ? 1 : 0),
  read(text, lines) {
    const rows: (readonly RawCell[])[] = [];
    let at = 0;
    const addLines = (end: number) => {
      for (; at < end; at++) {
        const line = lines[at]!;
        const cell = trimSpan(text, line.start, line.end);
        if (cell.end === cell.start || isSeparator(text, line)) continue;
        const cells = barCells(text, line) ?? [cell];
        // A row that was broken or cut off, or whose label an edit moved out of its cell.
        const isSure = cells.length === 1 || (isBar(text.charCodeAt(cell.start)) && isBar(text.charCodeAt(cell.end - 1)));
        rows.push(isSure ? cells : cells.map(inDoubt));
      }
    };
    for (const table of drawnTables(text, lines)) {
      addLines(table.firstLine);
      rows.push(...table.rows.map((row) => row.cells));
      at = table.endLine;
    }
    addLines(lines.length);
    return { layout: 'ruledRows', rows, rowsKnown: true, showsBlanks: true };
  },
};
