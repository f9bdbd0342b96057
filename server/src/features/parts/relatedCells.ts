import type { ColumnId, RowId, TableId } from '../../form/form';
import { relationsOfCell } from '../../report/relations';
import { cellOf, type Cell, type Report } from '../../report/report';
import { isSum } from './totals';

/** The totals that a cell enters. */
export function totalsOf(report: Report, table: TableId, row: RowId, column: ColumnId): Cell[] {
  return distinct(
    relationsOfCell(report, table, row, column)
      .filter((r) => isSum(r) && !(r.standsOn.row === row && r.standsOn.column === column))
      .map((r) => r.marked),
  );
}

/** The parts of a total, those that are not zero first; empty for a cell that is no total. */
export function partsOfTotal(report: Report, table: TableId, row: RowId, column: ColumnId): Cell[] {
  const sums = relationsOfCell(report, table, row, column).filter(
    (r) => isSum(r) && r.standsOn.row === row && r.standsOn.column === column,
  );
  const parts = distinct(sums.flatMap((r) => r.left.map((term) => term.cell)));
  return [...parts.filter((cell) => cell.value !== 0), ...parts.filter((cell) => cell.value === 0)];
}

/** Every other cell that stands in a relation with a cell. */
export function termsAround(report: Report, table: TableId, row: RowId, column: ColumnId): Cell[] {
  const own = cellOf(report, table, row, column);
  return distinct(relationsOfCell(report, table, row, column).flatMap((r) => r.terms.map((term) => term.cell))).filter(
    (cell) => cell !== own,
  );
}

/**
 * The cell of last year's report that speaks of the same thing: what was carried over then was carried in now, any other
 * number is compared with the same place.
 */
export function lastYearsCell(previous: Report, table: TableId, row: RowId, column: ColumnId): Cell | undefined {
  return cellOf(previous, table, row === 'carriedIn' ? 'carriedOut' : row, column);
}

function distinct(cells: readonly (Cell | undefined)[]): Cell[] {
  return [...new Set(cells)].filter((cell) => cell !== undefined);
}
