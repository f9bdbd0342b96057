import type { Line, Piece } from '../renderedText';

/** Sets the pieces of each line at fixed columns with runs of spaces, as layout-preserving extractors do. */
export function alignColumns(lines: readonly Line[], width: number): Line[] {
  return lines.flatMap((line) => {
    const pieces: Piece[] = [{ text: ' '.repeat(10), role: 'padding' }];
    const values = line.pieces.filter((p) => p.cell);
    const start = width === 4 ? 34 : width === 10 ? 36 : 10;
    const step = width === 4 ? 13 : 5;
    let column = 10;
    let seen = 0;
    for (const p of line.pieces) {
      const target = p.cell ? start + seen++ * step : p.role === 'header' ? column + 2 : column;
      if (p.cell && p.text === '') {
        // The blank cell's place is inside the run of spaces that shows it.
        pieces.push(p);
        continue;
      }
      const gap = Math.max(column > 10 ? 1 : 0, target - column);
      if (gap > 0) pieces.push({ text: ' '.repeat(gap), role: 'padding' });
      pieces.push(p);
      column += gap + displayWidth(p.text);
    }
    const end: Piece = { text: ' '.repeat(Math.max(0, 82 - column)), role: 'padding' };
    const gap: Line = { pieces: [{ text: ' '.repeat(82), role: 'padding' }], table: line.table, row: line.row };
    return values.length > 0 ? [{ ...line, pieces: [...pieces, end] }, gap] : [{ ...line, pieces: [...pieces, end] }];
  });
}

/** Chinese characters take two columns of a fixed-width page. */
function displayWidth(text: string): number {
  return [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}
