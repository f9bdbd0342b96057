import { trimSpan, type Line } from '../text/lines';
import { barCells, nextBar } from './pipeRows';
import type { Layout, RawCell } from './layout';

/**
 * One cell a line, closed by a bar at the line's end (`规章 |`) or on the next line. A bar that closes nothing is filler or a blank
 * cell. The text does not show where a row ends.
 */
export const pipeCells: Layout = {
  id: 'pipeCells',
  most: 0.9,
  score(text, lines) {
    let single = 0;
    let barred = 0;
    for (const line of lines) {
      const cells = barCells(text, line);
      if (!cells) continue;
      barred++;
      if (cells.filter((c) => c.end > c.start).length <= 1) single++;
    }
    return barred === 0 ? 0 : 0.2 + (0.7 * single) / barred;
  },
  read(text, lines) {
    const cells: RawCell[] = [];
    let open: RawCell | undefined;
    for (const line of lines) {
      for (const piece of barPieces(text, line)) {
        if (piece.closed) {
          const filled = piece.end > piece.start;
          if (open && filled) cells.push(open);
          cells.push(filled ? piece : (open ?? piece));
          open = undefined;
        } else if (piece.end > piece.start) {
          if (open) cells.push(open);
          open = piece;
        }
      }
    }
    if (open) cells.push(open);
    return { layout: 'pipeCells', rows: [cells], rowsKnown: false, showsBlanks: true };
  },
};

/** What stands before each bar of a line, and the rest of the line, which no bar closes yet. */
function barPieces(text: string, line: Line): (RawCell & { readonly closed: boolean })[] {
  const pieces: (RawCell & { readonly closed: boolean })[] = [];
  let at = line.start;
  for (let bar = nextBar(text, at, line.end); bar >= 0; bar = nextBar(text, at, line.end)) {
    pieces.push({ ...trimSpan(text, at, bar), closed: true });
    at = bar + 1;
  }
  pieces.push({ ...trimSpan(text, at, line.end), closed: false });
  return pieces;
}
