import type { ColumnId, RowId, TableId } from '../form/form';
import type { Localized } from '../text/localized';
import type { Span } from '../text/span';

/** The rule that compares a statement, without its `text-`. */
export type StatementTopic = 'received' | 'accepted' | 'closed' | 'carried' | 'applicants' | 'outcomes' | 'review' | 'litigation';

export interface CellReference {
  readonly table: TableId;
  readonly row: RowId;
  readonly column: ColumnId;
}

/** One way to understand which cells a statement speaks about: the sum of `plus` less the sum of `minus`. */
export interface Reading {
  readonly name: Localized;
  readonly plus: readonly CellReference[];
  readonly minus: readonly CellReference[];
}

/** A number that the prose gives for something the tables count. */
export interface Statement {
  readonly topic: StatementTopic;
  /** What is counted, as messages name it. */
  readonly subject: Localized;
  readonly value: number;
  /** From the verb to the unit, in the report's own text. */
  readonly span: Span;
  /** Every plausible reading, the likeliest first. */
  readonly readings: readonly Reading[];
  /** The wording itself makes another reading likely: at most worth a look. */
  readonly weak: boolean;
  /** Larger numbers that the same sentence gives for the whole: a 合计, or the sum of numbers of its kind. */
  readonly wholes: readonly number[];
}

/** A share that the prose prints after a count: `258件,占总数的33.9%`. */
export interface ShareStatement {
  readonly count: number;
  /** The percentage times 10^decimals. */
  readonly share: number;
  readonly decimals: number;
  /** The percentage in the report's own text. */
  readonly span: Span;
  readonly countSpan: Span;
  /** Whether applications, reviews or lawsuits are counted, so that the tables can be the base. */
  readonly aboutTables: boolean;
  /** Every count of the paragraph that could be the base. */
  readonly bases: readonly number[];
}
