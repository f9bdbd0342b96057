import type { RowId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import { isText, isValue, type CellToken, type TokenRow } from './cellTokens';

/** Values with the group label that was read last before them. */
export interface Run {
  readonly group: RowId | null;
  /** How many group labels stand between the values before and these. */
  readonly labels: number;
  /** Texts stand before the values in the layout's row: two rows that ran together. */
  readonly afterText: boolean;
  /** How many columns 总计 stand anywhere before the values. */
  readonly totals: number;
  readonly values: CellToken[];
}

/** The values of the table, parted where a label or the layout's row parts them. */
export function valueRuns(rows: readonly TokenRow[], grid: RawGrid): Run[] {
  const runs: Run[] = [];
  let group: RowId | null = null;
  let labels = 0;
  let totals = 0;
  let open: Run | undefined;
  for (const row of rows) {
    if (grid.rowsKnown) open = undefined;
    let afterText = false;
    for (const token of row.tokens) {
      if (isText(token)) {
        afterText = grid.rowsKnown;
        if (token.labels.some((l) => l.kind === 'column' && l.id === 'total')) totals++;
        const named = token.labels.find((l) => l.kind === 'row');
        if (named) {
          group = named.id;
          labels++;
        }
        if (open?.values.some(isValue)) open = undefined;
        else if (open) open.values.length = 0;
        continue;
      }
      if (!open) runs.push((open = { group, labels, afterText, totals, values: [] }));
      open.values.push(token);
      if (isValue(token)) labels = 0;
    }
  }
  return runs.filter((r) => r.values.some(isValue) || (grid.rowsKnown && r.values.length === 15));
}
