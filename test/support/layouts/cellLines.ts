import type { Random } from '../random';
import type { Line, Piece } from '../renderedText';
import { hasBlankValue, type GridCell, type TableGrid } from '../reportGrid';
import { cellPiece, tableLine, type TableLayout } from './renderLayout';

/** One cell per line without any border; blank cells leave no trace. */
export const plainCells: TableLayout = {
  name: 'plainCells',
  read: ['plainCells'],
  choose: (random) => ({ wordsBroken: random.pick(['no', 'yes']), indent: random.pick(['', '', '  ']) }),
  render: (grid, options, random) => cellLines(grid, options.wordsBroken === 'yes', options.indent!, 0, random),
};

/** One cell per paragraph: a blank line between any two cells. */
export const paragraphCells: TableLayout = {
  name: 'paragraphCells',
  read: ['paragraphCells'],
  choose: (random) => ({ gap: random.pick(['1', '1', '2']), indent: random.pick(['', '', '　']) }),
  render: (grid, options, random) => cellLines(grid, false, options.indent!, Number(options.gap), random),
};

function cellLines(grid: TableGrid, broken: boolean, indent: string, gap: number, random: Random): Line[] {
  return grid.rows.flatMap((row) => {
    const unsure = hasBlankValue(row);
    return row.cells.flatMap((cell): Line[] => {
      // A blank cell has no line at all, so a row that has one cannot be bound for certain.
      if (cell.text === '') return [];
      const lead: Piece[] = indent === '' ? [] : [{ text: indent, role: 'padding' }];
      const lines = textLines(cell, broken, random).map((text) =>
        tableLine(grid, row, [...lead, { ...cellPiece(cell, unsure), text }]),
      );
      return [...lines, ...new Array<Line>(gap).fill({ pieces: [], table: grid.table })];
    });
  });
}

/** Long header words and labels broken over two lines. */
function textLines(cell: GridCell, broken: boolean, random: Random): string[] {
  const breaks = broken && cell.role === 'header' && cell.text.length > 4 && random.chance(0.5);
  if (!breaks) return [cell.text];
  const at = random.int(2, cell.text.length - 2);
  return [cell.text.slice(0, at), cell.text.slice(at)];
}
