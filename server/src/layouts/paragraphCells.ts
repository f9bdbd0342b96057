import type { Layout } from './layout';
import { blankLineShare, lineCells, lonelyNumbers } from './parts/lineCells';

/** One cell a paragraph, a blank line between them. */
export const paragraphCells: Layout = {
  id: 'paragraphCells',
  most: 0.8,
  score: (text, lines) => lonelyNumbers(text, lines) * (blankLineShare(text, lines) < 0.3 ? 0.5 : 0.8),
  read: (text, lines) => ({ layout: 'paragraphCells', rows: [lineCells(text, lines)], rowsKnown: false, showsBlanks: false }),
};
