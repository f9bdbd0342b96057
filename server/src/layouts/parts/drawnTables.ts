import type { Line } from '../../text/lines';
import { columnTables } from './columnTables';
import type { DrawnTable } from './drawnRows';
import { ruledTables } from './ruledTables';

/** The tables whose rows and columns are drawn, with rules below rows or strokes above columns, in text order. */
export function drawnTables(text: string, lines: readonly Line[]): DrawnTable[] {
  return [...ruledTables(text, lines), ...columnTables(text, lines)].sort((a, b) => a.firstLine - b.firstLine);
}
