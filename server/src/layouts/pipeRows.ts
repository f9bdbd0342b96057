import { trimSpan, type Line } from '../text/lines';
import type { Layout, RawCell } from './layout';
import { barCells, isSeparator, nextBar } from './parts/barCells';
import { piecesOfLine } from './parts/piecesOfLine';

/**
 * `a | b | c |`: one table row a line, bars between cells. Filler bars (`||` at the end), a leading bar, wiki `||` and
 * Markdown with its separator row are the same thing with empty cells. A line without a bar is a cell of its
 * own, or a label and its values as PDF text has them.
 */
export const pipeRows: Layout = {
  id: 'pipeRows',
  most: 0.9,
  score(text, lines) {
    let several = 0;
    let barred = 0;
    for (const line of lines) {
      const cells = barCells(text, line);
      if (!cells) continue;
      barred++;
      const filled = cells.filter((c) => c.end > c.start).length;
      // A header of four cells side by side tells of rows, also where all the values are still blank.
      if (filled >= 4) return 0.95;
      if (filled > 1) several++;
    }
    return barred === 0 ? 0 : 0.2 + (0.7 * several) / barred;
  },
  read(text, lines) {
    const rows: RawCell[][] = [];
    const opened = lines.filter((line) => beginsWithBar(text, line)).length;
    const barred = lines.filter((line) => nextBar(text, line.start, line.end) >= 0).length;
    const barsOpen = opened * 2 >= barred;
    const begunWidth = barsOpen ? widthBegunByLabels(text, lines) : undefined;
    for (const line of lines) {
      if (isSeparator(text, line)) continue;
      const cells = barCells(text, line, barsOpen);
      if (cells) rows.push(...(barsOpen && cells.length !== begunWidth ? atSeam(text, line, cells) : [cells]));
      else {
        const cell = trimSpan(text, line.start, line.end);
        if (/\S\s+(?:[\d.,０-９．，]+|[-—/无])$/.test(text.slice(cell.start, cell.end))) rows.push(piecesOfLine(text, line));
        else if (cell.end > cell.start) rows.push([withoutHeadingMark(text, cell)]);
      }
    }
    return { layout: 'pipeRows', rows, rowsKnown: true, showsBlanks: true };
  },
};

function beginsWithBar(text: string, line: Line): boolean {
  const { start, end } = trimSpan(text, line.start, line.end);
  return start < end && nextBar(text, start, start + 1) === start;
}

/**
 * The cells of the lines that begin with their label, where several without a blank agree: there an opening bar is the blank cell of a
 * group, and a line as wide without one is a whole row.
 */
function widthBegunByLabels(text: string, lines: readonly Line[]): number | undefined {
  const widths = new Set<number>();
  let rows = 0;
  for (const line of lines) {
    const cells = beginsWithBar(text, line) ? undefined : barCells(text, line);
    if (!cells || cells.length < 3 || cells.some((c) => c.end === c.start)) continue;
    const values = cells.slice(1).map((c) => text.slice(c.start, c.end));
    if (!values.every((value) => /^[\d０-９,，]+$/.test(value))) continue;
    widths.add(cells.length);
    rows++;
  }
  return rows > 1 && widths.size === 1 ? [...widths][0] : undefined;
}

/**
 * A line without the opening bar that all others have, with an empty cell second, may be a label that the line below moved up to: that
 * line's opening bar would look just so. The label then stands alone.
 */
function atSeam(text: string, line: Line, cells: RawCell[]): RawCell[][] {
  const [label, next] = cells;
  if (beginsWithBar(text, line) || !label || !next || label.end === label.start || next.end > next.start) return [cells];
  return [[label], cells.slice(1)];
}

/** A Markdown heading's own text. */
function withoutHeadingMark(text: string, cell: RawCell): RawCell {
  const mark = /^#{1,6}\s*/.exec(text.slice(cell.start, cell.end))?.[0].length ?? 0;
  return mark < cell.end - cell.start ? { start: cell.start + mark, end: cell.end } : cell;
}
