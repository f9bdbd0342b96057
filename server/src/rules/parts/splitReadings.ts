import { forms, type TableId } from '../../form/form';
import { relationsOf } from '../../report/relations';
import { rowAddsUp, type Cell, type Report, type Row } from '../../report/report';

/** Another way to read the cells of a row under which its sum holds. */
export interface OtherReading {
  readonly kind: 'joined' | 'shifted';
  /** The cells to take together; for a shifted row all of its cells. */
  readonly cells: readonly Cell[];
  readonly values: readonly number[];
}

/** The readings of a row with too many cells: neighbours joined, or one cell too many at either end left out. */
export function readingsOfSurplus(table: TableId, row: Row): OtherReading[] {
  const width = row.expected.length;
  const cells = row.unbound;
  if (cells.length <= width || cells.length > width + maxJoins || !hasRowSum(table)) return [];
  const joined = joinings(cells, cells.length - width).map(
    ({ groups, values }): OtherReading => ({ kind: 'joined', cells: groups.filter((g) => g.length > 1).flat(), values }),
  );
  const shifted = cells.length === width + 1 ? [cells.slice(1), cells.slice(0, -1)].flatMap(readAll(cells)) : [];
  return [...joined, ...shifted].filter(({ values }) => addsUp(values) && values.at(-1)! > 0);
}

/**
 * The readings of a complete row whose sum fails: its cells shifted by one place, or a split number joined where a zero was
 * lost. The columns must bear it out, else an author's slip would be excused: every sum that the row stands in must then
 * hold, and one of them must have failed before.
 */
export function readingsOfComplete(report: Report, table: TableId, row: Row, layoutSplits: boolean): OtherReading[] {
  if (table !== 'applications' || rowAddsUp(row)) return [];
  const cells = row.expected.flatMap((column) => row.cells[column] ?? []);
  if (cells.length !== row.expected.length || cells.some((c) => c.kind === 'unreadable')) return [];
  const values = cells.map((cell) => cell.value ?? 0);
  const readings: OtherReading[] = [];
  if (values.at(-1) === 0) readings.push({ kind: 'shifted', cells, values: [0, ...values.slice(0, -1)] });
  if (values[0] === 0) readings.push({ kind: 'shifted', cells, values: [...values.slice(1), 0] });
  if (layoutSplits) {
    for (const { groups, values: joined } of joinings(cells, 1)) {
      const whole = [...joined.slice(0, -1), 0, joined.at(-1)!];
      readings.push({ kind: 'joined', cells: groups.filter((g) => g.length > 1).flat(), values: whole });
    }
  }
  return readings.filter((reading) => addsUp(reading.values) && reading.values.at(-1)! > 0 && columnsAgree(report, row, reading));
}

const maxJoins = 2;

interface Joining {
  readonly groups: readonly (readonly Cell[])[];
  readonly values: readonly number[];
}

/** Every way to join neighbours `times` times; a number does not begin with 0. */
function joinings(cells: readonly Cell[], times: number): Joining[] {
  let all: Cell[][][] = [cells.map((cell) => [cell])];
  for (let i = 0; i < times; i++) {
    all = all.flatMap((groups) =>
      groups.slice(1).flatMap((group, k) => {
        const joined = [...groups[k]!, ...group];
        const text = joined.map((cell) => cell.text).join('');
        // The last group that was joined stays the last: the same set of joins is not made twice.
        const later = groups.findLastIndex((g) => g.length > 1);
        return /^[1-9]\d*$/.test(text) && k >= later ? [[...groups.slice(0, k), joined, ...groups.slice(k + 2)]] : [];
      }),
    );
  }
  return all.flatMap((groups) => {
    const texts = groups.map((group) => group.map((cell) => cell.text).join(''));
    return texts.every((text) => /^\d+$/.test(text)) ? [{ groups, values: texts.map(Number) }] : [];
  });
}

function readAll(all: readonly Cell[]): (cells: readonly Cell[]) => OtherReading[] {
  return (cells) => {
    const values = cells.flatMap((cell) => cell.value ?? []);
    return values.length === cells.length ? [{ kind: 'shifted', cells: all, values }] : [];
  };
}

/** In both tables with sums along the row the last column is the total of the others. */
function addsUp(values: readonly number[]): boolean {
  return values.slice(0, -1).reduce((sum, value) => sum + value, 0) === values.at(-1);
}

function hasRowSum(table: TableId): boolean {
  return forms['2021'].tables[table].relations.some((relation) => relation.per === 'row' && relation.compare === undefined);
}

function columnsAgree(report: Report, row: Row, reading: OtherReading): boolean {
  let repaired = false;
  for (const relation of relationsOf(report)) {
    const term = relation.per === 'column' ? relation.terms.find((t) => t.row === row.id) : undefined;
    if (!term || relation.table !== 'applications' || !relation.allRead) continue;
    const change = reading.values[row.expected.indexOf(term.column)]! - (term.cell?.value ?? 0);
    if (relation.difference + (term.side === 'left' ? change : -change) !== 0) return false;
    repaired ||= relation.difference !== 0;
  }
  return repaired;
}
