import { forms, type TableId } from '../form/form';
import { cellOf, type Cell, type Report } from '../report/report';
import type { Surroundings } from './typicality';

/** What the ranking of explanations looks at in a report and in the one of the year before. */
export function surroundingsOf(report: Report, table: TableId, previous?: Report): Surroundings {
  let rows: Map<string, number> | undefined;
  let usual: ((cell: Cell, value: number) => number) | undefined;
  const columns = forms['2021'].tables[table].columns.map((c) => c.id);
  return {
    place(cell) {
      rows ??= new Map(report.tables[table]?.rows.map((row, at) => [row.id, at]));
      return { row: rows.get(cell.row) ?? -9, column: columns.indexOf(cell.column) };
    },
    isTotal: (cell) => isTotalCell(cell),
    surprise(cell, value) {
      // Totals follow from the details; only details have a usual size.
      if (isTotalCell(cell) || table !== 'applications') return 0;
      usual ??= usualValues(report, table);
      return usual(cell, Math.abs(value));
    },
    lastYear: (cell) => (previous ? cellOf(previous, table, cell.row, cell.column)?.value : undefined),
  };
}

/** A total of the form: the column 总计 or the row （七）总计. */
export function isTotalCell(cell: { readonly row: string; readonly column: string }): boolean {
  return cell.column === 'total' || cell.row === 'outcomeTotal';
}

/** Judges a value by how many cells of its row and its column are not 0, and by the usual size of those of its column. */
function usualValues(report: Report, table: TableId): (cell: Cell, value: number) => number {
  const rows = new Map<string, Tally>();
  const columns = new Map<string, Tally>();
  const all = tally();
  for (const row of report.tables[table]?.rows ?? []) {
    for (const cell of Object.values(row.cells)) {
      if (isTotalCell(cell)) continue;
      count(all, cell.value);
      count(entry(rows, cell.row), cell.value);
      count(entry(columns, cell.column), cell.value);
    }
  }
  return (cell, value) => {
    // The cell in question says nothing about itself: what stands there may be the slip.
    const row = without(entry(rows, cell.row), cell.value);
    const column = without(entry(columns, cell.column), cell.value);
    const filled = Math.min(0.97, Math.max(0.01, (share(row, all) * share(column, all)) / share(all, all)));
    if (value === 0) return -Math.log2(1 - filled);
    // Counts are spread over orders of magnitude: twice the usual size is no surprise, ten times is.
    const usualSize = (column.sum + 1) / (column.filled + 1);
    return -Math.log2(filled) + Math.log2(usualSize) + 2 * Math.log2(1 + value / usualSize);
  };
}

interface Tally {
  cells: number;
  filled: number;
  sum: number;
}

function tally(): Tally {
  return { cells: 0, filled: 0, sum: 0 };
}

function entry(map: Map<string, Tally>, key: string): Tally {
  let found = map.get(key);
  if (!found) map.set(key, (found = tally()));
  return found;
}

function count(into: Tally, value: number | null): void {
  into.cells++;
  if (value) into.filled++;
  into.sum += Math.abs(value ?? 0);
}

function without(some: Tally, value: number | null): Tally {
  return { cells: some.cells - 1, filled: some.filled - (value ? 1 : 0), sum: some.sum - Math.abs(value ?? 0) };
}

/** The share of cells that are not 0, drawn towards that of the whole table where there are few. */
function share(some: Tally, all: Tally): number {
  const usual = (all.filled + 1) / (all.cells + 2);
  return (some.filled + 3 * usual) / (some.cells + 3);
}
