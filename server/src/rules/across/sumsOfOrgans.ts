import type { TableId } from '../../form/form';
import type { Report } from '../../report/report';
import type { OtherReport } from '../rule';
import { comparableCount, type CountCell } from './comparableCell';
import { summedTables } from './summedTables';

/** A cell of a government's report beside the same cell of every organ. */
export interface SumOfOrgans {
  readonly table: TableId;
  readonly whole: CountCell;
  readonly terms: readonly { readonly other: OtherReport; readonly cell: CountCell }[];
  readonly expected: number;
}

/** Every cell that can be summed up; one organ whose cell was not read leaves the sum undecided. */
export function* sumsOfOrgans(report: Report, organs: readonly OtherReport[]): Iterable<SumOfOrgans> {
  for (const table of summedTables) {
    for (const row of report.tables[table]?.rows ?? []) {
      for (const column of row.expected) {
        const whole = comparableCount(report, table, row.id, column);
        if (!whole) continue;
        const terms = organs.flatMap((other) => {
          const cell = comparableCount(other.report, table, row.id, column);
          return cell ? [{ other, cell }] : [];
        });
        if (terms.length < organs.length) continue;
        yield { table, whole, terms, expected: terms.reduce((sum, term) => sum + term.cell.value, 0) };
      }
    }
  }
}

/** An organ whose numbers are exactly all differences. */
export interface ExplainingOrgan {
  readonly organ: OtherReport;
  readonly kind: 'leftOut' | 'countedTwice';
}

/** The one organ that was left out of the sum or counted twice, where that explains every cell. */
export function explainingOrgan(sums: readonly SumOfOrgans[], organs: readonly OtherReport[]): ExplainingOrgan | null {
  // One or two differing cells happen to be some organ's numbers too easily.
  if (sums.filter(({ whole, expected }) => whole.value !== expected).length < 3) return null;
  const explains = (index: number, sign: number) =>
    sums.every(({ whole, expected, terms }) => whole.value - expected === sign * terms[index]!.cell.value);
  const found = organs.flatMap((organ, i): ExplainingOrgan[] => {
    if (explains(i, -1)) return [{ organ, kind: 'leftOut' }];
    return explains(i, 1) ? [{ organ, kind: 'countedTwice' }] : [];
  });
  return found.length === 1 ? found[0]! : null;
}
