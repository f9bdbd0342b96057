import loadHighs from 'highs';
import type { Relation } from '../../server/src/report/relations';
import type { Cell } from '../../server/src/report/report';

/** What the mixed-integer solver says about a table: the least cost and, where asked for, every set of cells of that cost. */
export interface OracleAnswer {
  readonly changed: number;
  readonly filled: number;
  /** Each as sorted `row column` names of the changed and filled cells. */
  readonly sets: readonly string[];
}

const loaded = loadHighs();

/** A blank is filled only when that saves a change: no table has a thousand blanks. */
const fillWeight = 0.001;

/**
 * The least-change repair as a mixed-integer program, written down from the relations alone: no network, no elimination of
 * redundant relations, nothing taken from the code under test. For every cell a value ≥ 0 and a switch that says whether it changed.
 */
export async function oracle(relations: readonly Relation[], listUpTo = 0): Promise<OracleAnswer | null> {
  const highs = await loaded;
  const usable = usableRelations(relations);
  const cells = [...new Set(usable.flatMap((r) => r.terms.map((t) => t.cell!)))];
  const name = new Map(cells.map((cell, i) => [cell, i]));
  const totals = new Set(relations.filter((r) => r.rule !== 'balance').map((r) => r.standsOn.cell));
  // No change needs to exceed all differences together: what runs in a circle could be left out.
  const most =
    usable.reduce((sum, r) => sum + Math.abs(r.difference), 1) + cells.reduce((sum, c) => sum + Math.max(0, -(c.value ?? 0)), 0);
  const constraints = usable.map(
    (r) => r.terms.map((t) => `${t.side === 'left' ? '+' : '-'} x${name.get(t.cell!)}`).join(' ') + ' = 0',
  );
  const objective: string[] = [];
  const binaries: string[] = [];
  cells.forEach((cell, i) => {
    if (cell.value === null && totals.has(cell)) return;
    const value = cell.value ?? 0;
    objective.push(cell.value === null ? `${fillWeight} z${i}` : `z${i}`);
    binaries.push(`z${i}`);
    constraints.push(`x${i} - ${most} z${i} <= ${value}`);
    if (value > 0) constraints.push(`x${i} + ${Math.min(value, most)} z${i} >= ${value}`);
  });
  const sets: string[] = [];
  let least: number | null = null;
  for (;;) {
    const program = [
      'Minimize',
      ` cost: ${objective.join(' + ')}`,
      'Subject To',
      ...constraints.map((c, i) => ` c${i}: ${c}`),
      'Binary',
      ` ${binaries.join(' ')}`,
      'End',
    ].join('\n');
    const solution = highs.solve(program, { mip_rel_gap: 0, mip_abs_gap: 1e-6, output_flag: false });
    if (solution.Status !== 'Optimal') break;
    const chosen = cells.filter((_, i) => Math.round(valueOf(solution, `z${i}`)) === 1);
    const cost = chosen.reduce((sum, cell) => sum + (cell.value === null ? fillWeight : 1), 0);
    if (least === null) least = cost;
    else if (cost > least + fillWeight / 2) break;
    sets.push(chosen.map(nameOf).sort().join(', '));
    if (sets.length > listUpTo) break;
    // Rule out this set and every set that contains it.
    constraints.push(`${chosen.map((c) => `z${name.get(c)}`).join(' + ')} <= ${chosen.length - 1}`);
  }
  if (least === null) return null;
  const changed = Math.floor(least + fillWeight / 2);
  return { changed, filled: Math.round((least - changed) / fillWeight), sets: sets.sort() };
}

export function nameOf(cell: { readonly row: string; readonly column: string }): string {
  return `${cell.row} ${cell.column}`;
}

function valueOf(solution: { Columns: Record<string, unknown> }, name: string): number {
  const column = solution.Columns[name] as { Primal?: number } | undefined;
  return column?.Primal ?? 0;
}

function usableRelations(relations: readonly Relation[]): readonly Relation[] {
  const readable = (cell: Cell | undefined) =>
    cell && (cell.value === null ? cell.kind !== 'unreadable' : Number.isInteger(cell.value));
  return relations.filter((r) => r.compare === 'equal' && r.terms.every((t) => readable(t.cell)));
}
