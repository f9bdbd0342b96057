import type { TableId } from '../form/form';
import { isLineEnd } from '../text/lines';
import { shiftSpan } from '../text/span';
import type { Cell, Report, Row, Table } from './report';

/** So far around its own text a table's reading looks at most (UTF-16 units). */
const surroundings = 160;

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
  if (before.text.slice(Math.max(0, start - 1), end + surroundings) !== text.slice(Math.max(0, from - 1), to + surroundings))
    return undefined;
  return isEnd(before.text, end) === isEnd(text, to) ? movedTable(table, from - start) : undefined;
}

function areWholeLines(text: string, from: number, to: number): boolean {
  return (from === 0 || isLineEnd(text.charCodeAt(from - 1))) && (to === text.length || isLineEnd(text.charCodeAt(to)));
}

/** Nothing but white space follows. */
function isEnd(text: string, from: number): boolean {
  return !/\S/.test(text.slice(from, from + surroundings)) && text.slice(from).trim() === '';
}

function movedTable(table: Table, by: number): Table {
  if (by === 0) return table;
  const moved = <T extends { readonly span: Table['span'] }>(one: T): T => ({ ...one, span: shiftSpan(one.span, by) });
  const row = (one: Row): Row => {
    const cells: Record<string, Cell> = {};
    for (const column in one.cells) cells[column] = moved(one.cells[column]!);
    return { ...moved(one), label: moved(one.label), cells, unbound: one.unbound.map(moved) };
  };
  return {
    ...moved(table),
    header: table.header.map(moved),
    groups: table.groups.map(moved),
    rows: table.rows.map(row),
    extraRows: table.extraRows.map((one) => ({ ...moved(one), cells: one.cells.map(moved) })),
    note: table.note && shiftSpan(table.note, by),
  };
}
