import type { Line, Piece } from '../renderedText';
import { fullRows, type GridCell } from '../reportGrid';
import { border, cellPiece, padding, tableLine, type TableLayout } from './renderLayout';

/** A table as wikis write it: a bar opens each cell on a line of its own, `|-` each row; a long label may go on in the next line. */
export const wikiCells: TableLayout = {
  name: 'wikiCells',
  read: ['pipeCells'],
  choose: (random) => ({ breaks: random.pick(['none', '<br />']), merged: random.pick(['blank', 'left out']) }),
  render(grid, options, random) {
    const full = fullRows(grid);
    return grid.rows.flatMap((row, y): Line[] => {
      const cells = options.merged === 'blank' ? full[y]! : row.cells;
      const lines = cells.flatMap((cell): Line[] => {
        const opening = [border('|'), padding(' ')];
        const at = cell && options.breaks !== 'none' && cell.role !== 'value' && random.chance(0.3) ? breakAt(cell) : 0;
        if (!cell || at === 0) return [tableLine(grid, row, [...opening, ...(cell ? [cellPiece(cell)] : [])])];
        const part = (text: string): Piece => ({ text, role: cell.role });
        return [
          tableLine(grid, row, [...opening, part(cell.text.slice(0, at)), border(options.breaks!)]),
          tableLine(grid, row, [part(cell.text.slice(at))]),
        ];
      });
      return [tableLine(grid, row, [border('|-')]), ...lines];
    });
  },
};

/** Nowhere in a short cell. */
function breakAt({ text }: GridCell): number {
  return text.length > 8 ? Math.floor(text.length / 2) : 0;
}
