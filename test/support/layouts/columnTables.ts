import type { Line, Piece } from '../renderedText';
import { fullRows, type GridCell } from '../reportGrid';
import { border, cellPiece, padding, tableLine, type TableLayout } from './renderLayout';
import { displayWidth, wrappedAt } from './ruledRows';

/** Columns under runs of strokes (`------ ----`): a row a line, or rows of several lines with a blank line between them. */
export const columnTables: TableLayout = {
  name: 'columnTables',
  read: ['ruledRows'],
  choose: (random) => ({
    label: random.pick(['18', '24', '36']),
    align: random.pick(['left', 'right']),
    rows: random.pick(['one line', 'several lines']),
    header: random.pick(['above', 'above', 'above', 'below']),
  }),
  render(grid, options) {
    const label = options.rows === 'one line' ? Infinity : Number(options.label);
    const rows = fullRows(grid);
    const widths = rows[0]!.map((_, x) => {
      const needed = rows.map((row) => Math.min(displayWidth(row[x]?.text ?? ''), row[x]?.role === 'value' ? Infinity : label));
      return Math.max(3, ...needed) + 1;
    });
    const stroke = (text: string) => ({ pieces: [border(text)], table: grid.table, row: 'header' });
    const whole = stroke('-'.repeat(widths.reduce((sum, width) => sum + width + 1, -1)));
    const above = options.rows === 'one line' ? [] : [whole];
    const columns = stroke(widths.map((width) => '-'.repeat(width)).join(' '));
    const body = grid.rows.map((row, y): Line[] => {
      const cells = rows[y]!;
      const height = Math.max(1, ...cells.map((cell) => (cell ? linesOf(cell, label).length : 1)));
      return Array.from({ length: height }, (_, line) => {
        const pieces = cells.flatMap((cell, x) => pieceOf(cell, line, widths[x]!, label, options.align === 'right'));
        return tableLine(grid, row, pieces);
      });
    });
    const between: Line[] = options.rows === 'one line' ? [] : [{ pieces: [], table: grid.table }];
    const hasHeader = options.header === 'above' && grid.rows[0]!.id === 'header' && body.length > 1;
    const [first, ...rest] = body;
    const inner = (hasHeader ? rest : body).flatMap((lines, i) => (i === 0 ? lines : [...between, ...lines]));
    return hasHeader ? [...above, ...first!, columns, ...inner, whole] : [columns, ...inner, columns];
  },
};

function linesOf(cell: GridCell, label: number): string[] {
  return cell.role === 'value' ? [cell.text] : wrappedAt(cell.text, label);
}

function pieceOf(cell: GridCell | null, line: number, width: number, label: number, isRight: boolean): Piece[] {
  const text = cell ? (linesOf(cell, label)[line] ?? '') : '';
  const room = padding(' '.repeat(width - displayWidth(text)));
  const isValue = cell?.role === 'value' && line === 0;
  const piece: Piece[] = isValue ? [cellPiece(cell)] : text === '' ? [] : [{ text, role: cell!.role }];
  return [...(isRight && isValue && text !== '' ? [room, ...piece] : [...piece, room]), padding(' ')];
}
