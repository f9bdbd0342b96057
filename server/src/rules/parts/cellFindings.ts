import { tableIds, type TableId } from '../../form/form';
import type { Cell, Report, Table } from '../../report/report';
import { localized, type Localized } from '../../text/localized';
import { columnName, formOfRow, rowName } from '../../report/names';
import { holdsNumbersApart, readCellNumber } from '../../text/number';
import type { Related } from '../rule';

/** A bound cell and its table. */
export interface PlacedCell {
  readonly table: Table;
  readonly cell: Cell;
}

/** The cells of a kind that are bound to a row and a column, of the tables that were read; text order within a table. */
export function boundCells(report: Report, isWanted: (cell: Cell) => boolean): PlacedCell[] {
  const found: PlacedCell[] = [];
  for (const table of readTables(report)) {
    for (const row of table.rows) {
      for (const column of row.expected) {
        const cell = row.cells[column];
        if (cell && isWanted(cell)) found.push({ table, cell });
      }
    }
  }
  return found;
}

/** The tables whose values can be trusted. */
export function readTables(report: Report): Table[] {
  return tableIds.flatMap((id) => {
    const table = report.tables[id];
    return table?.status === 'read' ? [table] : [];
  });
}

/** A number that a drawn table broke over lines or moved out of its column: it was not read, and nobody wrote it wrong. */
export function isBroken({ kind, text }: Cell): boolean {
  return kind === 'unreadable' && (readCellNumber(text).kind !== 'unreadable' || holdsNumbersApart(text));
}

/** What is said of a broken number. */
export function brokenNumber(name: string): { readonly severity: 'hint'; readonly message: Localized } {
  return {
    severity: 'hint',
    message: localized(
      `“${name}”的数在文字里断成几行或错了位，没有读取，有关的勾稽关系不作检查。请对照原件核对。`,
      `The number of “${name}” is broken over lines or out of its place in the text and was not read; its sums are not checked. Compare the original.`,
    ),
  };
}

/** Money in 10,000 yuan may have decimals; every other cell of the form is a count. */
export function isAmount(cell: Cell): boolean {
  return cell.column === 'amount';
}

export function plainCellName(table: TableId, cell: { readonly row: string; readonly column: string }): string {
  return `${rowName(table, cell.row)}·${columnName(table, cell.column, formOfRow(table, cell.row))}`;
}

/** A cell as related information of a finding. */
export function relatedCell(table: TableId, cell: Cell): Related {
  const text = `${plainCellName(table, cell)}：${cell.kind === 'blank' ? '（空白）' : cell.text}`;
  return { span: cell.span, row: cell.row, column: cell.column, value: cell.value, message: localized(text, text) };
}
