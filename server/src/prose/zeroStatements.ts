import type { RowId, TableId } from '../form/form';
import type { Report } from '../report/report';
import type { Span } from '../text/span';
import { statementsOf } from './statements';

/** A row that the prose says is zero: 没有发生行政复议, 未收到政府信息公开申请, 行政诉讼0件. */
export interface ZeroStatement {
  readonly table: TableId;
  readonly row: RowId;
  /** Where the prose says so. */
  readonly span: Span;
}

/** The rows whose every number the prose declares to be zero, once each, in text order. */
export function zeroStatements(report: Report): readonly ZeroStatement[] {
  const found = new Map<RowId, ZeroStatement>();
  for (const { value, readings, span, topic } of statementsOf(report).statements) {
    if (value !== 0 || (topic !== 'review' && topic !== 'litigation' && topic !== 'received' && topic !== 'carried')) continue;
    const reading = readings[0];
    if (!reading || reading.minus.length > 0 || (topic === 'carried' && readings.length > 1)) continue;
    for (const { table, row, column } of reading.plus) {
      if (column === 'total' && !found.has(row)) found.set(row, { table, row, span });
    }
  }
  return [...found.values()];
}
