import { forms, type ColumnId, type RowId, type TableId } from '../../server/src/form/form';
import type { Cell, Report, Row, Table } from '../../server/src/report/report';

/** A table of numbers as a test writes it: `null` is a blank cell, a text is an unreadable one. */
export type Grid = (number | null | string)[][];

export interface GridTable {
  readonly id: TableId;
  readonly rows: readonly RowId[];
  readonly columns: readonly ColumnId[];
  readonly grid: Grid;
}

/**
 * A report that holds the given tables. Its text is made up of the cells alone, one table row per line, so that every cell has a
 * place that edits can be applied to.
 */
export function reportOf(...tables: readonly GridTable[]): Report {
  let text = '';
  const built: { [T in TableId]?: Table } = {};
  for (const source of tables) {
    const start = text.length;
    const rows = source.rows.map((id, r): Row => {
      const rowStart = text.length;
      const cells: { [column: ColumnId]: Cell } = {};
      source.columns.forEach((column, c) => {
        const value = source.grid[r]![c]!;
        if (c > 0) text += '\t';
        const written = value === null ? '' : String(value);
        const span = { start: text.length, end: text.length + written.length };
        text += written;
        cells[column] = {
          row: id,
          column,
          span,
          text: written,
          kind: value === null ? 'blank' : typeof value === 'string' ? 'unreadable' : 'number',
          value: typeof value === 'number' ? value : null,
          decimals: 0,
          units: typeof value === 'number' ? value : 0,
          annotation: null,
        };
      });
      const span = { start: rowStart, end: text.length };
      text += '\n';
      return {
        id,
        label: { id, text: id, span: { start: rowStart, end: rowStart }, match: 'exact', forms: ['2021'] },
        reading: 'complete',
        expected: source.columns,
        cells,
        unbound: [],
        span,
      };
    });
    const cellCount = source.rows.length * source.columns.length;
    built[source.id] = {
      id: source.id,
      layout: 'tabRows',
      span: { start, end: text.length },
      form: source.rows.includes('other') ? '2019' : '2021',
      header: [],
      groups: [],
      rows,
      extraRows: [],
      note: null,
      status: 'read',
      coverage: { rows: rows.length, rowsExpected: rows.length, cells: cellCount, cellsExpected: cellCount },
      showsBlanks: true,
    };
  }
  return {
    text,
    form: '2021',
    year: 2023,
    yearSpan: null,
    organ: '青岚县人民政府',
    organSpan: null,
    title: null,
    period: null,
    signature: null,
    preamble: null,
    sections: [],
    tables: built,
    residue: [],
  };
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

/** The applications table of the text that `reportOf` writes, read back after edits. */
export function gridOfText(text: string): Grid {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => (cell === '' ? null : Number(cell))));
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
