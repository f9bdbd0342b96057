import type { ReadDocument } from '../../../server/src/features/goujiReport';
import type { PlainRange, ShownCell } from './messages';

/** Where a cell of the preview stands in a newer text; undefined where it is gone, not the only one, or holds another number. */
export function findCell(read: ReadDocument, { report, table, name, text }: ShownCell): PlainRange | undefined {
  const rows = read.reports[report]?.tables.find(({ id }) => id === table)?.rows ?? [];
  const [found, ...others] = rows.flatMap((row) => row.cells.filter((cell) => `${row.id}/${cell.column}` === name));
  if (!found || others.length > 0 || found.text !== text) return undefined;
  const { start, end } = found.range;
  return [start.line, start.character, end.line, end.character];
}
