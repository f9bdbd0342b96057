import type { ColumnId, RowId, TableId } from '../form/form';

/** One cell to change. `actual` is null for a blank cell. */
export interface RepairEdit {
  readonly table: TableId;
  readonly row: RowId;
  readonly column: ColumnId;
  readonly actual: number | null;
  readonly value: number;
}

/**
 * `proved`: all equally small answers are listed; `cutShort`: there are more than listed; `undecided`: the work limit was reached.
 */
export type RepairStatus = 'proved' | 'cutShort' | 'undecided';

/** The least number of cells to change so that every relation of the form holds (Fellegi & Holt 1976). */
export interface Repair {
  readonly status: RepairStatus;
  /** Number of cells to change; filled blanks are not counted. */
  readonly cost: number;
  readonly unique: boolean;
  /** The likeliest answer. */
  readonly edits: readonly RepairEdit[];
  /** The other equally small answers, likelier first. */
  readonly alternatives: readonly (readonly RepairEdit[])[];
}
