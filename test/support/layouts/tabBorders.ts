import type { Random } from '../random';
import type { Line, Piece } from '../renderedText';
import type { GridCell, GridRow, TableGrid } from '../reportGrid';
import { border, cellPiece, padding, tableLine, type LayoutOptions } from './renderLayout';

/**
 * A web page as a browser gives its text, where cells hold paragraphs: a TAB alone on a line between two cells, blank lines around it,
 * more of them between rows.
 */
export function linesBetweenTabs(grid: TableGrid, options: LayoutOptions, random: Random): Line[] {
  return grid.rows.flatMap((row, y) => rowLines(grid, row, y, options, random));
}

function rowLines(grid: TableGrid, row: GridRow, y: number, options: LayoutOptions, random: Random): Line[] {
  const empty = (count: number): Line[] => new Array<Line>(count).fill({ pieces: [], table: grid.table });
  const line = (pieces: readonly Piece[]) => tableLine(grid, row, pieces);
  const lines = y === 0 ? [] : empty(4);
  row.cells.forEach((cell, x) => {
    const isBlank = cell.text === '';
    // Behind the table's last tab there is no line of the table.
    if (isBlank && y === grid.rows.length - 1 && x === row.cells.length - 1) {
      lines[lines.length - 1] = line([border('\t'), cellPiece(cell)]);
      return;
    }
    if (isBlank && x === 0) lines.push(...empty(options.blankCell === 'paragraph' ? 2 : 0), line([cellPiece(cell)]));
    else if (isBlank && options.blankCell === 'paragraph') lines.push(line([cellPiece(cell)]), ...empty(3));
    else if (isBlank) lines.push(line([cellPiece(cell)]));
    else lines.push(...cellLines(cell, options, random).map(line));
    if (x === row.cells.length - 1) return;
    lines.push(...empty(isBlank ? 0 : 1), line([border('\t')]), ...empty(row.cells[x + 1]!.text === '' ? 0 : 1));
  });
  return lines;
}

function cellLines(cell: GridCell, options: LayoutOptions, random: Random): Piece[][] {
  if (cell.role === 'value') {
    const pad = options.noBreakSpaces === 'some' && random.chance(0.6) ? [padding('\u00a0')] : [];
    return [[...pad, cellPiece(cell)]];
  }
  if (options.wordsBroken === 'no' || cell.role !== 'header' || cell.text.length !== 4) return [[cellPiece(cell)]];
  return [cell.text.slice(0, 2), cell.text.slice(2)].map((text) => [{ text, role: cell.role }]);
}
