import { isLineEnd, trimSpan, type Line } from '../text/lines';
import type { Layout, RawCell } from './layout';
import { barCells, nextBar } from './parts/barCells';
import { wikiRows } from './parts/wikiRows';

/**
 * One cell a line, opened by a bar as wikis do, or closed by a bar at the line's end (`规章 |`) or on the next line. A bar that closes nothing is filler or a blank
 * cell. The text shows where a row ends only where a bare bar opens each row and blank cells are bars with a blank before them.
 */
export const pipeCells: Layout = {
  id: 'pipeCells',
  most: 0.96,
  score(text, lines) {
    if (wikiRows(text, lines)) return 0.96;
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
    const wiki = wikiRows(text, lines);
    if (wiki) return { layout: 'pipeCells', rows: wiki, rowsKnown: true, showsBlanks: true };
    const rows = openedRows(text, lines);
    if (rows)
      return {
        layout: 'pipeCells',
        rows: rows.map((row) => cellsOf(row.flatMap((line) => withoutFiller(text, line)))),
        rowsKnown: true,
        showsBlanks: true,
      };
    return {
      layout: 'pipeCells',
      rows: [cellsOf(lines.flatMap((line) => barPieces(text, line)))],
      rowsKnown: false,
      showsBlanks: true,
    };
  },
};

type Piece = RawCell & { readonly closed: boolean };

/** What bars close, each a cell, and what the text leaves open. */
function cellsOf(pieces: readonly Piece[]): RawCell[] {
  const cells: RawCell[] = [];
  let open: RawCell | undefined;
  for (const piece of pieces) {
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
  if (open) cells.push(open);
  return cells;
}

/** Where rows are known, bars behind a line's last cell are filler; a line of bars alone is one blank cell. */
function withoutFiller(text: string, line: Line): Piece[] {
  const pieces = barPieces(text, line);
  const last = pieces.findLastIndex((p) => p.end > p.start);
  return last >= 0 ? pieces.slice(0, last + 1) : pieces.slice(0, 1).filter((p) => p.closed);
}

/** The lines of each row, where a bare bar on a line of its own opens the rows; undefined where bare bars are cells or filler. */
function openedRows(text: string, lines: readonly Line[]): Line[][] | undefined {
  const rows: Line[][] = [[]];
  let hasPaddedBars = false;
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    if (line.start > 0 && !isLineEnd(text.charCodeAt(line.start - 1))) return undefined;
    if (content.trimEnd() === '|') rows.push([]);
    else rows.at(-1)!.push(line);
    hasPaddedBars ||= /^\s+\|+\s*$/.test(content);
  }
  const withoutText = rows.slice(1).filter((row) => !row.some((l) => /[\u4e00-\u9fff]/.test(text.slice(l.start, l.end)))).length;
  return hasPaddedBars && rows.length >= 3 && withoutText <= 1 ? rows.filter((row) => row.length > 0) : undefined;
}

/** What stands before each bar of a line, and the rest of the line, which no bar closes yet. */
function barPieces(text: string, line: Line): Piece[] {
  const pieces: Piece[] = [];
  let at = line.start;
  for (let bar = nextBar(text, at, line.end); bar >= 0; bar = nextBar(text, at, line.end)) {
    const { start, end } = trimSpan(text, at, bar);
    pieces.push({ start, end, closed: true });
    at = bar + 1;
  }
  const { start, end } = trimSpan(text, at, line.end);
  pieces.push({ start, end, closed: false });
  return pieces;
}
