import type { Cell } from '../report/report';
import { localized } from '../text/localized';
import { boundCells, brokenNumber, plainCellName, isAmount, isBroken } from './parts/cellFindings';
import type { Rule } from './rule';

export const notACount: Rule = {
  id: 'not-a-count',
  group: 'arithmetic',
  severity: 'error',
  reads: ['proactive', 'applications', 'disputes'],
  summary: localized('件数是不小于零的整数', 'A count is a whole number of at least zero'),
  *check(report) {
    for (const { table, cell } of boundCells(report, isWrong)) {
      const mayFall = isChange(cell);
      yield {
        span: cell.span,
        table: table.id,
        row: cell.row,
        column: cell.column,
        actual: cell.value,
        // Text from a PDF breaks cells by itself: what cannot be read there need not be the author's.
        ...(table.layout === 'pdfText' && cell.kind === 'unreadable' ? { severity: 'hint' as const } : {}),
        message: localized(
          `“${plainCellName(table.id, cell)}”写的是“${cell.text}”：${mayFall ? '增减数应当是整数' : '件数应当是不小于 0 的整数'}，没有的填 0。请改正。`,
          `“${plainCellName(table.id, cell)}” says “${cell.text}”: ${mayFall ? 'a change is a whole number' : 'a count is a whole number of at least 0'}, with 0 for none. Correct it.`,
        ),
        ...(isBroken(cell) ? brokenNumber(plainCellName(table.id, cell)) : {}),
      };
    }
  },
};

function isWrong(cell: Cell): boolean {
  if (isAmount(cell)) return false;
  if (cell.value === null) return cell.kind === 'unreadable';
  return cell.kind === 'unreadable' || !Number.isInteger(cell.value) || (cell.value < 0 && !isChange(cell));
}

/** How many there are more or fewer than before. */
function isChange(cell: Cell): boolean {
  return cell.column === 'change';
}
