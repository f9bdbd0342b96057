import type { Span } from '../../text/span';
import { cellOfPieces, isNumber, type RawCell } from '../layout';

/** A row of a table that is drawn. */
export interface DrawnRow {
  /** One past the last line that it stands on. */
  readonly endLine: number;
  readonly cells: readonly RawCell[];
}

/** A table whose rows or columns are drawn: a cell may take several lines there. */
export interface DrawnTable {
  readonly firstLine: number;
  readonly endLine: number;
  readonly rows: readonly DrawnRow[];
}

/** A cell with what stands in it, piece by piece, and where its borders are, in columns. */
export interface DrawnCell {
  readonly left: number;
  readonly right: number;
  /** Where a value would be typed. */
  readonly place: number;
  readonly pieces: { readonly line: number; readonly start: number; readonly end: number }[];
}

/** A row while its lines are read. */
export interface OpenRow {
  endLine: number;
  readonly cells: DrawnCell[];
  /** A border is gone: which cell a piece belongs to cannot be told. */
  isBroken: boolean;
}

/** The row that was read, its cells from left to right; of a row that is not sure no number is read. */
export function drawnRow(text: string, { endLine, cells, isBroken }: OpenRow): DrawnRow {
  const sorted = [...cells].sort((a, b) => a.left - b.left);
  const isSure = !isBroken && isOneRow(text, sorted);
  return { endLine, cells: sorted.map((cell) => rawCell(cell, isSure)) };
}

/** Numbers stand beside their label: those above or below it are another row's, from which the rule is gone. */
function isOneRow(text: string, cells: readonly DrawnCell[]): boolean {
  let [from, to] = [-Infinity, Infinity];
  for (const { pieces } of cells) {
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!first || !last) continue;
    if (!isNumber(text, first.start, first.end)) [from, to] = [first.line, last.line];
    else if (first.line < from || first.line > to) return false;
  }
  return true;
}

function rawCell({ place, pieces }: DrawnCell, isSure: boolean): RawCell {
  const cell = cellOfPieces(pieces, place);
  return isSure || cell.pieces ? cell : inDoubt(cell);
}

/** A cell of a row that is not sure counts as one in two pieces: a number in it is not read. */
export function inDoubt({ start, end }: Span): RawCell {
  return end > start
    ? {
        start,
        end,
        pieces: [
          { start, end },
          { start: end, end },
        ],
      }
    : { start, end };
}

/** How many columns characters take: converters count Chinese ones as two or one, and some marks either way. */
export interface Measure {
  readonly wide: number;
  readonly either: number;
}

/** The ways to count, the commonest first. */
export const measures: readonly Measure[] = [
  { wide: 2, either: 1 },
  { wide: 2, either: 2 },
  { wide: 1, either: 1 },
];

/** The columns that a UTF-16 unit takes. */
export function widthOf(code: number, { wide, either }: Measure): number {
  if (code < 0x80) return 1;
  if ((code >= 0x200b && code <= 0x200f) || code === 0xfeff) return 0;
  if (code >= 0xd800 && code <= 0xdfff) return wide / 2;
  return code < 0x1100 || (code >= 0x2000 && code < 0x2e80) ? either : wide;
}
