import type { Relation, RelationTerm } from '../../server/src/report/relations';
import type { Cell } from '../../server/src/report/report';
import type { Chance } from './slips';

/**
 * The relations of a table like the applications table but with fewer rows and columns: small enough for hundreds of exact
 * comparisons a second, and crowded enough that changes get into each other's way. `null` is blank, `undefined` unreadable.
 */
export function smallRelations(grid: readonly (readonly (number | null | undefined)[])[]): readonly Relation[] {
  const rows = grid.map((_, r) =>
    r === 0
      ? 'received'
      : r === 1
        ? 'carriedIn'
        : r === grid.length - 1
          ? 'carriedOut'
          : r === grid.length - 2
            ? 'outcomeTotal'
            : `o${r}`,
  );
  const columns = grid[0]!.map((_, c) => (c === grid[0]!.length - 1 ? 'total' : `c${c}`));
  const cells = grid.map((line, r) =>
    line.map(
      (value, c): Cell => ({
        row: rows[r]!,
        column: columns[c]!,
        span: { start: 0, end: 0 },
        text: value == null ? '' : String(value),
        kind: value === undefined ? 'unreadable' : value === null ? 'blank' : 'number',
        value: value ?? null,
        decimals: 0,
        units: value ?? 0,
        annotation: null,
      }),
    ),
  );
  const lines = rows.map((_, r) => r);
  const applicants = columns.map((_, c) => c).slice(0, -1);
  const outcomes = lines.slice(2, -2);
  const term = (r: number, c: number, side: 'left' | 'right'): RelationTerm => ({
    row: rows[r]!,
    column: columns[c]!,
    side,
    cell: cells[r]![c]!,
  });
  const last = applicants.length;
  const total = grid.length - 2;
  return [
    ...lines.map((r) =>
      relation(
        'row-total',
        'row',
        rows[r]!,
        applicants.map((c) => term(r, c, 'left')),
        [term(r, last, 'right')],
        0,
      ),
    ),
    ...columns.map((key, c) =>
      relation(
        'outcome-total',
        'column',
        key,
        outcomes.map((r) => term(r, c, 'left')),
        [term(total, c, 'right')],
        0,
      ),
    ),
    ...columns.map((key, c) =>
      relation(
        'balance',
        'column',
        key,
        [term(0, c, 'left'), term(1, c, 'left')],
        [term(total, c, 'right'), term(total + 1, c, 'right')],
        0,
      ),
    ),
  ];
}

function relation(
  rule: string,
  per: 'row' | 'column',
  key: string,
  left: RelationTerm[],
  right: RelationTerm[],
  standsOn: number,
): Relation {
  const sum = (list: RelationTerm[]) => list.reduce((n, t) => n + (t.cell?.value ?? 0), 0);
  const terms = [...left, ...right];
  const difference = sum(left) - sum(right);
  const allRead = terms.every((t) => t.cell?.value != null && t.cell.value >= 0);
  const status =
    difference === 0 && terms.every((t) => t.cell?.kind !== 'unreadable') ? 'holds' : allRead ? 'violated' : 'undecided';
  return {
    rule,
    table: 'applications',
    per,
    key,
    terms,
    left,
    right,
    standsOn: right[standsOn]!,
    cells: { left: left.map((t) => t.cell), right: right.map((t) => t.cell) },
    marked: right[standsOn]!.cell,
    compare: 'equal',
    status,
    difference,
    allRead,
  };
}

/** A small table that was sound before a few of its cells were given other values, blanked or made unreadable. */
export function spoiltSmallTable(random: Chance): (number | null | undefined)[][] {
  const columns = 2 + random.below(3);
  const outcomes = 1 + random.below(4);
  const largest = random.pick([1, 2, 3, 9, 40]);
  const draw = () => (random.below(3) ? random.below(largest + 1) : 0);
  const inner = Array.from({ length: outcomes }, () => Array.from({ length: columns }, draw));
  const carriedOut = Array.from({ length: columns }, draw);
  const sums = Array.from({ length: columns }, (_, c) => inner.reduce((sum, row) => sum + row[c]!, 0));
  const carriedIn = sums.map((n, c) => Math.min(n + carriedOut[c]!, draw()));
  const received = sums.map((n, c) => n + carriedOut[c]! - carriedIn[c]!);
  const rows = [received, carriedIn, ...inner, sums, carriedOut];
  const grid: (number | null | undefined)[][] = rows.map((row) => [...row, row.reduce((sum, n) => sum + n, 0)]);
  const spoilt = 1 + random.below(7);
  for (let i = 0; i < spoilt; i++) {
    const row = random.pick(grid);
    const column = random.below(row.length);
    const old = row[column] ?? 0;
    row[column] = random.below(2)
      ? random.below(2 * largest + 2)
      : random.below(3)
        ? Math.max(0, old + 1 + random.below(3) - 2)
        : 0;
  }
  if (random.below(4) === 0) for (let i = 0; i < 3; i++) random.pick(grid)[random.below(columns + 1)] = null;
  if (random.below(8) === 0) random.pick(grid)[random.below(columns + 1)] = undefined;
  if (random.below(10) === 0) random.pick(grid)[random.below(columns)] = -1 - random.below(largest);
  return grid;
}
