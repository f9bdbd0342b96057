import type { Line, Piece } from '../renderedText';
import { fullRows, repeatedRows, type GridCell, type GridRow } from '../reportGrid';
import { border, cellPiece, padding, tableLine, type TableLayout } from './renderLayout';

/** One table row per line, bars between cells. */
export const pipeRows: TableLayout = {
  name: 'pipeRows',
  read: ['pipeRows'],
  choose: (random) => ({
    style: random.pick(['fillerBars', 'ragged', 'leadingBar', 'leadingBarGrid', 'markdown', 'repeated', 'wiki']),
  }),
  render(grid, options) {
    const full = options.style === 'repeated' ? repeatedRows(grid) : fullRows(grid);
    const last = grid.rows.length - 1;
    return grid.rows.flatMap((row, y): Line[] => {
      if (options.style === 'fillerBars') return [tableLine(grid, row, fillerBars(row, grid.width, y === last))];
      if (options.style === 'ragged') return [tableLine(grid, row, [...between(row.cells), border(' |')])];
      if (options.style === 'wiki') return [tableLine(grid, row, wiki(row.cells))];
      if (options.style === 'leadingBar') return [tableLine(grid, row, [border('| '), ...between(row.cells), border(' | ')])];
      const line = tableLine(grid, row, [border('|'), ...barred(full[y]!)]);
      if (options.style === 'leadingBarGrid' || y > 0) return [line];
      return [line, { pieces: [border('|' + '---|'.repeat(grid.width))], table: grid.table, row: 'header' }];
    });
  },
};

/** `a | b | ||`: as many bars as the table has columns; the last row of a table has none at its end. */
function fillerBars(row: GridRow, width: number, last: boolean): Piece[] {
  const missing = width - row.cells.length + 1;
  const ends = last || missing <= 0 ? '' : missing === 1 ? ' |' : ` | ${'|'.repeat(missing - 1)}`;
  return [...between(row.cells), border(ends)];
}

function between(cells: readonly GridCell[]): Piece[] {
  return cells.flatMap((cell, index) => {
    const before = index === 0 ? [] : [padding(' '), border('|'), padding(' ')];
    return [...before, cellPiece(cell)];
  });
}

function barred(fields: readonly (GridCell | null)[]): Piece[] {
  return fields.flatMap((field) => [
    padding(' '),
    ...(field ? [cellPiece(field)] : []),
    ...(field && field.text !== '' ? [padding(' ')] : []),
    border('|'),
  ]);
}

function wiki(cells: readonly GridCell[]): Piece[] {
  return [border('||'), ...cells.flatMap((cell) => [...(cell.text === '' ? [padding(' ')] : []), cellPiece(cell), border('||')])];
}
