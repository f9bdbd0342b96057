import type { Piece } from '../renderedText';
import { hasBlankValue } from '../reportGrid';
import { border, cellPiece, padding, type TableLayout } from './renderLayout';

/** A whole table in one line, bars between the cells and no row ends. */
export const gluedLine: TableLayout = {
  name: 'gluedLine',
  read: ['pipeRows', 'pipeCells', 'plainCells', 'pdfText'],
  choose: (random) => ({
    whole: random.pick(['no', 'no', 'yes']),
    filler: random.pick(['none', 'bars', 'emptyCells']),
    bar: random.pick([' | ', '|', ' |']),
  }),
  render(grid, options) {
    const [before, after] = [options.bar!.startsWith(' '), options.bar!.endsWith(' ')];
    const bar = (): Piece[] => [...(before ? [padding(' ')] : []), border('|'), ...(after ? [padding(' ')] : [])];
    const pieces: Piece[] = [];
    for (const row of grid.rows) {
      // Empty cells and fillers look the same here, so a row with a blank cell cannot be bound for certain.
      const unsure = hasBlankValue(row);
      for (const cell of row.cells) pieces.push(cellPiece(cell, unsure), ...bar());
      const missing = grid.width - row.cells.length;
      if (options.filler === 'bars' && missing > 0) pieces.push(border('|'.repeat(missing) + ' '));
      if (options.filler === 'emptyCells') for (let n = 0; n < missing; n++) pieces.push(...bar());
    }
    return [{ pieces, table: grid.table, row: grid.rows[0]!.id }];
  },
};
