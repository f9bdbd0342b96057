import type { LayoutId } from '../../../server/src/layouts/layout';
import type { Random } from '../random';
import type { Line, Piece } from '../renderedText';
import type { GridCell, GridRow, TableGrid } from '../reportGrid';

/** Writes one table as lines of text, in the way of one kind of extractor or export. */
export interface TableLayout {
  readonly name: string;
  /** The reader's layout that this rendering should be recognised as; several where they cannot be told apart. */
  readonly read: readonly LayoutId[];
  /** The habits of one extractor, kept for the whole report. */
  choose(random: Random): LayoutOptions;
  render(grid: TableGrid, options: LayoutOptions, random: Random): Line[];
  /** Lines between a heading and its table, where the layout has them. */
  readonly around?: 'blank' | 'none';
}

export type LayoutOptions = Readonly<Record<string, string>>;

/** The piece of a grid cell, without padding. */
export function cellPiece(cell: GridCell, optional = false): Piece {
  return { text: cell.text, role: cell.role, cell: cell.cell, value: cell.value, optional };
}

export function tableLine(grid: TableGrid, row: GridRow, pieces: readonly Piece[]): Line {
  return { pieces, table: grid.table, row: row.id };
}

export function border(text: string): Piece {
  return { text, role: 'border' };
}

export function padding(text: string): Piece {
  return { text, role: 'padding' };
}
