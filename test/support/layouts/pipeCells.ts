import type { Line, Piece } from '../renderedText';
import { hasBlankValue } from '../reportGrid';
import { border, cellPiece, padding, tableLine, type TableLayout } from './renderLayout';

/** One cell per line, a bar after it. */
export const pipeCells: TableLayout = {
  name: 'pipeCells',
  read: ['pipeCells'],
  choose: (random) => ({
    filler: random.pick(['endOfShortRow', 'ownLine', 'none']),
    bar: random.pick(['sameLine', 'sameLine', 'nextLine']),
    rowMark: random.pick(['none', 'none', 'loneBar']),
  }),
  render(grid, options) {
    // A lone bar means either that a row starts or that a cell is blank; a page that writes both alike cannot be read.
    const marksRows = options.rowMark === 'loneBar' && (options.bar === 'sameLine' || !grid.rows.some(hasBlankValue));
    const last = grid.rows.length - 1;
    return grid.rows.flatMap((row, y): Line[] => {
      const lines: Line[] = marksRows ? [tableLine(grid, row, [border('|')])] : [];
      const missing = grid.width - row.cells.length;
      row.cells.forEach((cell, index) => {
        const closes = index === row.cells.length - 1;
        const full = closes && (missing === 0 || y === last);
        const pieces: Piece[] = [cellPiece(cell)];
        if (options.bar === 'nextLine') {
          lines.push(tableLine(grid, row, cell.text === '' ? [...pieces, border('|')] : pieces));
          if (cell.text !== '' && !full) lines.push(tableLine(grid, row, [border('|')]));
        } else {
          const sameLine = closes && options.filler === 'endOfShortRow' && missing > 0 && y !== last;
          const fillers = sameLine ? ` ${'|'.repeat(missing)}` : '';
          if (!full || cell.text === '') pieces.push(padding(' '), border(`|${fillers}`));
          lines.push(tableLine(grid, row, pieces));
        }
      });
      const ownLine = options.filler === 'ownLine' && missing > 1 && y !== last;
      return ownLine ? [...lines, tableLine(grid, row, [border('|'.repeat(missing))])] : lines;
    });
  },
};
