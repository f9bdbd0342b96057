import type { Line } from '../text/lines';
import { htmlTables } from './htmlTables';
import type { Layout, RawGrid } from './layout';
import { paragraphCells } from './paragraphCells';
import { pdfText } from './pdfText';
import { pipeCells } from './pipeCells';
import { pipeRows } from './pipeRows';
import { plainCells } from './plainCells';
import { ruledRows } from './ruledRows';
import { tabCells } from './tabCells';
import { tabRows } from './tabRows';

/** Every layout; of two that fit equally well the earlier one reads. */
export const layouts: readonly Layout[] = [
  htmlTables,
  ruledRows,
  pipeRows,
  pipeCells,
  tabRows,
  tabCells,
  pdfText,
  plainCells,
  paragraphCells,
];

/** Reads the lines of a table with the layout that fits them best. */
export function readGrid(text: string, lines: readonly Line[]): RawGrid {
  let best = layouts[0]!;
  let bestScore = -1;
  for (const layout of layouts) {
    if (layout.most <= bestScore + 1e-9) continue;
    const score = layout.score(text, lines);
    if (score > bestScore + 1e-9) {
      best = layout;
      bestScore = score;
    }
  }
  return best.read(text, lines);
}
