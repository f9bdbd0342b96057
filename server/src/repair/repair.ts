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
  /** Number of cells to change; filled blanks are not counted. A lower bound when undecided. */
  readonly cost: number;
  readonly unique: boolean;
  /** The likeliest answer; empty when undecided. */
  readonly edits: readonly RepairEdit[];
  /** The other equally small answers, likelier first. */
  readonly alternatives: readonly (readonly RepairEdit[])[];
  /** The same answers taken apart: every answer has one option of each part, so each part can be judged by itself. */
  readonly parts?: readonly RepairPart[];
}

/** Cells that are wrong independently of the rest: one table or a corner of it. */
export interface RepairPart {
  readonly table: TableId;
  readonly status: RepairStatus;
  /** True when proved and there is one explanation only. */
  readonly unique: boolean;
  /** The equally small explanations of this part, likelier first; blank totals are not among them. */
  readonly options: readonly (readonly RepairEdit[])[];
}
