import { forms, type ColumnId, type RowId, type TableId } from '../../server/src/form/form';
import type { Report } from '../../server/src/report/report';
import { handReport, type Numbers } from '../support/handReport';

/** A table of numbers as a test writes it: `null` is a blank cell, a text is an unreadable one. */
export type Grid = (number | null | string)[][];

export interface GridTable {
  readonly id: TableId;
  readonly rows: readonly RowId[];
  readonly columns: readonly ColumnId[];
  readonly grid: Grid;
}

/** A report that holds the given tables. */
export function reportOf(...tables: readonly GridTable[]): Report {
  const numbers = ({ rows, columns, grid }: GridTable): Numbers =>
    Object.fromEntries(rows.map((row, r) => [row, Object.fromEntries(columns.map((column, c) => [column, grid[r]![c]!]))]));
  return handReport({
    organ: '青岚县人民政府',
    form: tables.some(({ rows }) => rows.includes('other')) ? '2019' : '2021',
    tables: Object.fromEntries(tables.map((table) => [table.id, numbers(table)])),
  });
}

export function applicationRows(form: '2021' | '2019'): readonly RowId[] {
  return forms[form].tables.applications.rows.map((r) => r.id);
}

export const applicationColumns: readonly ColumnId[] = forms['2021'].tables.applications.columns.map((c) => c.id);
export const disputeRows: readonly RowId[] = forms['2021'].tables.disputes.rows.map((r) => r.id);
const disputeColumns: readonly ColumnId[] = forms['2021'].tables.disputes.columns.map((c) => c.id);

export function applicationsTable(grid: Grid, form: '2021' | '2019' = '2021'): GridTable {
  return { id: 'applications', rows: applicationRows(form), columns: applicationColumns, grid };
}

export function disputesTable(grid: Grid): GridTable {
  return { id: 'disputes', rows: disputeRows, columns: disputeColumns, grid };
}

/** The one table of a text that `reportOf` writes, read back after edits. */
export function gridOfText(text: string): Grid {
  const rows = text.split('\n').filter((line) => line.includes('\t'));
  return rows.map((row) => row.split('\t').slice(1)).map((cells) => cells.map((cell) => (cell === '' ? null : Number(cell))));
}

/**
 * Fills in the totals of an applications table: `inner` has the six applicant columns of 一, 二 and the outcomes; 四 is what is
 * left over, so every relation of the form holds in the result.
 */
export function completed(inner: readonly (readonly number[])[], carriedOut: readonly number[]): number[][] {
  const [, carriedIn, ...outcomes] = inner.map((row) => [...row]);
  const outcomeTotal = [0, 1, 2, 3, 4, 5].map((c) => outcomes.reduce((sum, row) => sum + row[c]!, 0));
  const received = outcomeTotal.map((n, c) => n + carriedOut[c]! - carriedIn![c]!);
  const rows = [received, carriedIn!, ...outcomes, outcomeTotal, [...carriedOut]];
  return rows.map((row) => [...row, row.reduce((sum, n) => sum + n, 0)]);
}
