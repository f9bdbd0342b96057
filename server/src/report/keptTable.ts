import type { TableId } from '../form/form';
import { isBlankFrom, isLineEnd } from '../text/lines';
import { wholeMove } from '../text/change';
import { movedTable } from './movedReport';
import type { Report, Table } from './report';

/** So far behind its own text a table's reading looks at most (UTF-16 units). */
export const lookahead = 160;

/**
 * The table that an earlier reading of nearly the same text found, moved to where its text stands now. Undefined where the text
 * from `from` to `to` or what stands around it changed: then it has to be read again.
 */
export function keptTable(
  before: Report,
  id: TableId,
  text: string,
  from: number,
  to: number,
  year: number | null,
): Table | undefined {
  const table = before.tables[id];
  if (!table || before.year !== year || !areWholeLines(text, from, to)) return undefined;
  const { start, end } = table.span;
  if (end - start !== to - from || !areWholeLines(before.text, start, end)) return undefined;
  if (before.text.slice(Math.max(0, start - 1), end + lookahead) !== text.slice(Math.max(0, from - 1), to + lookahead))
    return undefined;
  return isBlankFrom(before.text, end) === isBlankFrom(text, to) ? movedTable(table, wholeMove(from - start)) : undefined;
}

function areWholeLines(text: string, from: number, to: number): boolean {
  return (from === 0 || isLineEnd(text.charCodeAt(from - 1))) && (to === text.length || isLineEnd(text.charCodeAt(to)));
}
