import type { Line } from '../../text/lines';
import { columnTables } from './columnTables';
import { ruledTables, type RuledTable } from './ruledTables';

/** The tables whose rows and columns are drawn, with rules below rows or strokes above columns, in text order. */
export function drawnTables(text: string, lines: readonly Line[]): RuledTable[] {
  return [...ruledTables(text, lines), ...columnTables(text, lines)].sort((a, b) => a.firstLine - b.firstLine);
}
