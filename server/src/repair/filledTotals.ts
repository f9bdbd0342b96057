import type { Relation } from '../report/relations';
import type { Cell } from '../report/report';

/** A cell with the value it gets. */
export interface Filling {
  readonly cell: Cell;
  readonly value: number;
}

/**
 * The values of cells that follow from the others once the changes are made: a relation with one unknown term gives its value.
 * Blanks that turn out 0 are left out, because a blank counts as 0 where the relation then holds.
 */
export function filledTotals(
  relations: readonly Relation[],
  unknown: readonly Cell[],
  changes: readonly Filling[],
): readonly Filling[] {
  return unknown.length === 0 ? [] : solved(relations, unknown, changes).filter((f) => f.value !== (f.cell.value ?? 0));
}

/** Like `filledTotals`, with the zeros. */
export function solved(
  relations: readonly Relation[],
  unknown: readonly Cell[],
  changes: readonly Filling[],
): readonly Filling[] {
  const values = new Map<Cell, number>(changes.map((c) => [c.cell, c.value]));
  const open = new Set(unknown);
  for (const { cell } of changes) open.delete(cell);
  const found: Filling[] = [];
  for (let progress = true; progress && open.size > 0; ) {
    progress = false;
    for (const relation of relations) {
      const terms = relation.terms.filter((t) => t.cell && open.has(t.cell));
      if (terms.length !== 1) continue;
      let sum = 0;
      for (const t of relation.terms) {
        if (t === terms[0] || !t.cell) continue;
        const value = values.get(t.cell) ?? t.cell.value ?? 0;
        sum += t.side === 'left' ? value : -value;
      }
      const cell = terms[0]!.cell!;
      const value = terms[0]!.side === 'left' ? -sum : sum;
      values.set(cell, value);
      open.delete(cell);
      found.push({ cell, value });
      progress = true;
    }
  }
  return found;
}
