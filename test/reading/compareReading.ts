import type { ReportDocument } from '../../server/src/service';
import { tableIds } from '../../server/src/form/form';
import type { CellKey, ExpectedCell, WrittenText } from '../support/renderedText';

/**
 * How one reading differs from the text's own truth. `missing`: a cell the text shows was not read; `wrongValue`: it was read
 * with another number; `wrongPlace`: the number stands elsewhere in the text; `invented`: a number for a cell that the text
 * does not have.
 */
export interface Difference extends CellKey {
  readonly kind: 'missing' | 'wrongValue' | 'wrongPlace' | 'invented' | 'wrongPart';
  readonly expected?: { readonly text: string; readonly value: number | null; readonly start: number; readonly end: number };
  readonly read?: { readonly text: string; readonly value: number | null; readonly start: number; readonly end: number };
}

export interface Comparison {
  readonly right: number;
  readonly unread: number;
  readonly differences: readonly Difference[];
}

/** Compares a reading with the truth. With `damaged`, cells may stay unread and nothing is missing. */
export function compareReading(read: ReportDocument, written: WrittenText, damaged = false): Comparison {
  const expected = new Map(written.cells.map((cell) => [keyOf(cell), cell]));
  const differences: Difference[] = [];
  let right = 0;
  let unread = 0;
  const seen = new Set<string>();
  const wrongParts = damaged ? undefined : partsDifference(read, written);
  if (wrongParts) return { right: 0, unread: written.cells.length, differences: [wrongParts] };
  for (const { start, report } of read.parts) {
    // A report that is not read at all has no part: the place tells which report of the file a part is.
    const part = written.cells.find((cell) => cell.start >= start)?.part ?? 0;
    for (const table of tableIds) {
      for (const row of report.tables[table]?.rows ?? []) {
        for (const cell of Object.values(row.cells)) {
          const key = { part, table, row: row.id, column: cell.column };
          const found = {
            text: read.text.slice(start + cell.span.start, start + cell.span.end),
            value: cell.value,
            start: start + cell.span.start,
            end: start + cell.span.end,
          };
          const truth = expected.get(keyOf(key));
          seen.add(keyOf(key));
          const kind = judge(truth, found, damaged);
          if (!kind) right++;
          else if (kind !== 'unread') differences.push({ ...key, kind, expected: truth, read: found });
        }
      }
    }
  }
  const filledRows = new Set(written.cells.filter((cell) => cell.text !== '').map(rowOf));
  for (const cell of written.cells) {
    if (seen.has(keyOf(cell))) continue;
    unread++;
    // A row without anything but blank cells may be read as a label without values.
    if (!damaged && !cell.optional && filledRows.has(rowOf(cell)))
      differences.push({ ...placeOf(cell), kind: 'missing', expected: cell });
  }
  return { right, unread, differences };
}

function partsDifference(read: ReportDocument, written: WrittenText): Difference | undefined {
  const count = new Set(written.cells.map((cell) => cell.part)).size;
  const first = written.cells[0]!;
  return read.parts.length === count ? undefined : { ...placeOf(first), kind: 'wrongPart', expected: first };
}

function judge(
  truth: ExpectedCell | undefined,
  found: NonNullable<Difference['read']>,
  damaged: boolean,
): Difference['kind'] | 'unread' | undefined {
  if (!truth) return found.value === null ? 'unread' : 'invented';
  if (found.value !== truth.value) {
    if (found.value === null && (damaged || truth.optional)) return 'unread';
    return 'wrongValue';
  }
  if (damaged && truth.value === null) return 'unread';
  if (truth.text === '')
    return found.start >= truth.start && found.end <= truth.end ? undefined : damaged || truth.optional ? 'unread' : 'wrongPlace';
  return found.start === truth.start && found.end === truth.end ? undefined : 'wrongPlace';
}

function placeOf(cell: CellKey): CellKey {
  return { part: cell.part, table: cell.table, row: cell.row, column: cell.column };
}

function rowOf(cell: CellKey): string {
  return `${cell.part} ${cell.table} ${cell.row}`;
}

function keyOf(cell: CellKey): string {
  return `${cell.part} ${cell.table} ${cell.row} ${cell.column}`;
}
