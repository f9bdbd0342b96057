import type { Line } from '../text/lines';
import type { Span } from '../text/span';

/** The name of the file in `layouts/` that read a table. */
export type LayoutId =
  | 'tabRows'
  | 'pipeRows'
  | 'pipeCells'
  | 'tabCells'
  | 'plainCells'
  | 'paragraphCells'
  | 'pdfText'
  | 'htmlTables'
  | 'ruledRows';

/** A piece of text that the layout sets apart: a table cell, or a piece of one where the layout breaks cells. */
export interface RawCell {
  readonly start: number;
  readonly end: number;
  /** The pieces of a cell that takes several lines, the first of which lies from `start` to `end`. */
  readonly pieces?: readonly Span[];
}

/** The cell of these pieces; where there are none, a blank one at `place`. */
export function cellOfPieces(pieces: readonly Span[], place: number): RawCell {
  const [first] = pieces;
  if (!first) return { start: place, end: place };
  const { start, end } = first;
  return pieces.length > 1 ? { start, end, pieces } : { start, end };
}

/** Whether a piece is digits and their separators alone. */
export function isNumber(text: string, start: number, end: number): boolean {
  return /^[\d０-９.,，]+$/.test(text.slice(start, end));
}

/** Cells between two row breaks of the layout. */
export type RawRow = readonly RawCell[];

export interface RawGrid {
  readonly layout: LayoutId;
  readonly rows: readonly RawRow[];
  /** The layout shows where rows end. */
  readonly rowsKnown: boolean;
  /** The layout shows empty cells. */
  readonly showsBlanks: boolean;
}

/**
 * A layout reader: text → cells with exact ranges, and how well the layout fits (0 not at all, 1 perfectly). It knows no
 * label and never judges what it reads.
 */
export interface Layout {
  readonly id: LayoutId;
  /** The highest score that it can give: where another layout has reached it, it is not asked. */
  readonly most: number;
  score(text: string, lines: readonly Line[]): number;
  read(text: string, lines: readonly Line[]): RawGrid;
}
