import type { Layout } from './layout';
import { blankLineShare, lineCells, lonelyNumbers } from './parts/lineCells';

/** One cell a line and nothing else: neither rows nor empty cells can be seen. */
export const plainCells: Layout = {
  id: 'plainCells',
  most: 0.8,
  score: (text, lines) => lonelyNumbers(text, lines) * (blankLineShare(text, lines) < 0.3 ? 0.8 : 0.5),
  read: (text, lines) => ({ layout: 'plainCells', rows: [lineCells(text, lines)], rowsKnown: false, showsBlanks: false }),
};
