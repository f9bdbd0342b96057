import { forms, type TableId } from '../form/form';
import { cellOf, type Report } from '../report/report';
import type { Surroundings } from './typicality';

/** What the ranking of explanations looks at in a report and in the one of the year before. */
export function surroundingsOf(report: Report, table: TableId, previous?: Report): Surroundings {
  let rows: Map<string, number> | undefined;
  const columns = forms['2021'].tables[table].columns.map((c) => c.id);
  return {
    place(cell) {
      rows ??= new Map(report.tables[table]?.rows.map((row, at) => [row.id, at]));
      return { row: rows.get(cell.row) ?? -9, column: columns.indexOf(cell.column) };
    },
    isTotal: (cell) => isTotalCell(cell),
    lastYear: (cell) => (previous ? cellOf(previous, table, cell.row, cell.column)?.value : undefined),
  };
}

/** A total of the form: the column 总计 or the row （七）总计. */
export function isTotalCell(cell: { readonly row: string; readonly column: string }): boolean {
  return cell.column === 'total' || cell.row === 'outcomeTotal';
}
