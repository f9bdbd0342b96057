import type { ColumnId, FormId, RowId, TableId } from '../../form/form';
import type { Cell, Report } from '../../report/report';
import { localized, type Localized } from '../../text/localized';
import { columnName, rowName } from '../../report/names';
import type { OtherReport, Related } from '../rule';

export type CountCell = Cell & { readonly value: number };

/**
 * A cell that can be compared with another report's: its table was read, its row occurs once and it holds a whole number.
 * Everything else leaves the comparison undecided.
 */
export function comparableCell(report: Report, table: TableId, row: RowId, column: ColumnId): CountCell | undefined {
  const read = report.tables[table];
  if (read?.status !== 'read') return undefined;
  const rows = read.rows.filter((r) => r.id === row);
  const cell = rows.length === 1 ? rows[0]!.cells[column] : undefined;
  return cell?.value != null && Number.isInteger(cell.value) ? (cell as CountCell) : undefined;
}

/** A count that can be compared: a comparable cell that is not negative. */
export function comparableCount(report: Report, table: TableId, row: RowId, column: ColumnId): CountCell | undefined {
  const cell = comparableCell(report, table, row, column);
  return cell && cell.value >= 0 ? cell : undefined;
}

/** The cell as messages name it, e.g. “二、上年结转政府信息公开申请数量”（自然人）. */
export function quotedCellName(table: TableId, row: RowId, column: ColumnId, form: FormId | 'mixed' | null): Localized {
  const of: FormId = form === '2019' ? '2019' : '2021';
  const [rowLabel, columnLabel] = [rowName(table, row, of), columnName(table, column, of)];
  return localized(`“${rowLabel}”（${columnLabel}）`, `“${rowLabel}” (${columnLabel})`);
}

export function relatedCount(cell: CountCell, message: Localized, other?: OtherReport): Related {
  return { span: cell.span, message, row: cell.row, column: cell.column, value: cell.value, ...(other && { other }) };
}

/** How a message calls another report: its organ and year, else its file. */
export function reportName(other: OtherReport): Localized {
  const { organ, year } = other.report;
  if (organ === null || year === null) return localized(`报告“${other.file}”`, `the report “${other.file}”`);
  return localized(`${organ}${year}年报告`, `the ${year} report of ${organ}`);
}
