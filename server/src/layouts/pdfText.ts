import type { Layout, RawCell } from './layout';
import { endsWithJoinedRow, endsWithValue, piecesOfLine } from './parts/piecesOfLine';

/**
 * Text as PDF extractors give it: cells side by side with blanks between, cells wrapped over lines. Each run of characters
 * between blanks is a piece of a cell; lines are all that is known of rows.
 */
export const pdfText: Layout = {
  id: 'pdfText',
  most: 0.8,
  score(text, lines) {
    let rows = 0;
    let numbered = 0;
    for (const line of lines) {
      const content = text.slice(line.start, line.end);
      if (/[\t|｜│]/.test(content)) {
        numbered++;
        continue;
      }
      if (endsWithJoinedRow.test(content)) {
        numbered++;
        rows++;
        continue;
      }
      if (!endsWithValue.test(content)) continue;
      numbered++;
      if (/\S\s+(?:[\d.,０-９]+|[无/—-])\s*$/.test(content)) rows++;
    }
    return numbered === 0 ? 0.1 : (0.8 * rows) / numbered;
  },
  read(text, lines) {
    const rows: RawCell[][] = [];
    for (const line of lines) {
      const pieces = piecesOfLine(text, line);
      if (pieces.length > 0) rows.push(pieces);
    }
    return { layout: 'pdfText', rows, rowsKnown: true, showsBlanks: false };
  },
};
