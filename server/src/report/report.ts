import type { ColumnId, FormId, RowId, SectionId, TableId } from '../form/form';
import type { LayoutId } from '../layouts/layout';
import type { Span } from '../text/span';

/**
 * One annual report as it was read. All spans are offsets in `text`, the report's own text; a document that holds
 * several reports adds each report's start (see `ReportPart`).
 */
export interface Report {
  readonly text: string;
  /** The form that the tables' own labels show; `null` when there is no table to tell. */
  readonly form: FormId | 'mixed' | null;
  /** The year reported on and where the text says so (title, else the report that the preamble names, else stated period). */
  readonly year: number | null;
  readonly yearSpan: Span | null;
  readonly organ: string | null;
  readonly organSpan: Span | null;
  /** The title line(s) naming the organ and the year; `null` when there is none. */
  readonly title: { readonly text: string; readonly span: Span; readonly year: number | null } | null;
  readonly period: { readonly span: Span; readonly from: PlainDate | null; readonly to: PlainDate | null } | null;
  readonly signature: {
    readonly organ: string | null;
    readonly organSpan: Span | null;
    readonly date: PlainDate;
    readonly span: Span;
  } | null;
  /** Text before the first section's heading, without the title. */
  readonly preamble: Span | null;
  /** The sections found, in text order. A section whose heading was lost is here with `heading: null` when its table shows it. */
  readonly sections: readonly Section[];
  readonly tables: { readonly [T in TableId]?: Table };
  /** Debris of extraction: bookmarks, login prompts, page furniture, page numbers inside tables. */
  readonly residue: readonly Residue[];
}

/**
 * A report and where its text starts in its document: spans of the report are relative to `start`.
 */
export interface ReportPart {
  readonly start: number;
  readonly report: Report;
}

/** A calendar date; `month` and `day` are 1-based. */
export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Section {
  readonly id: SectionId;
  readonly heading: Heading | null;
  /** From the heading (or the table, when it was lost) to the next section. */
  readonly span: Span;
  /** `span` without the heading. */
  readonly body: Span;
  /** The parts of `body` outside tables. */
  readonly prose: readonly Span[];
}

export interface Heading {
  /** The heading's text, number and title, without surrounding white space. */
  readonly text: string;
  readonly span: Span;
  /** Number as written with its mark and following space, e.g. `一、` or `1、 `; null when the heading has none. */
  readonly number: { readonly text: string; readonly span: Span } | null;
  readonly title: { readonly text: string; readonly span: Span };
  /** How the title compares with the form's: `exact` after folding, `near` one character off, `synonym` a known other title. */
  readonly match: 'exact' | 'accepted' | 'near' | 'synonym';
}

export interface Table {
  readonly id: TableId;
  readonly layout: LayoutId;
  readonly span: Span;
  readonly form: FormId | 'mixed';
  /** Header cells in text order (merged headers included where they name a known column). */
  readonly header: readonly HeaderCell[];
  /** Group labels (第二十条第（一）项, （三）不予公开 …). */
  readonly groups: readonly LabelText[];
  /** Rows of the form in text order. A row that occurs twice is here twice. */
  readonly rows: readonly Row[];
  readonly extraRows: readonly ExtraRow[];
  /** The printed 勾稽关系 note. */
  readonly note: Span | null;
  readonly status: TableStatus;
  readonly coverage: Coverage;
  /** Whether the layout shows empty cells: a short row is then a missing cell, else a missing value. */
  readonly showsBlanks: boolean;
}

/**
 * `read`: rows are bound as far as their own text allows; `incomplete`: the text was cut, de-duplicated or mixed up so that
 * most values are gone, and no arithmetic is done on it.
 */
export type TableStatus = 'read' | 'incomplete';

export interface Coverage {
  readonly rows: number;
  readonly rowsExpected: number;
  readonly cells: number;
  readonly cellsExpected: number;
}

/** A label as the text gives it. `id` is a row, column or group id of the form. */
export interface LabelText {
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  /** `exact`: the form's or an accepted wording after folding; `truncated`: cut by extraction, nothing to say about it. */
  readonly match: 'exact' | 'alias' | 'near' | 'truncated';
  /** The forms that have this wording. */
  readonly forms: readonly FormId[];
}

export interface HeaderCell extends LabelText {
  readonly column: ColumnId;
  /** Row or group under which this header stands (proactive: the block; disputes: the group). */
  readonly under: string | null;
}

/**
 * `complete`: every expected column has a cell; `noValues`: the label stands without any number; `missingCells`: fewer cells
 * than the form in a layout that shows empty cells, and it cannot be known which (no value is bound); `missingValues`: fewer
 * numbers than the form in a layout that drops blanks (no value is bound); `surplus`: more cells than the form (none bound).
 */
export type RowReading = 'complete' | 'noValues' | 'missingCells' | 'missingValues' | 'surplus';

export interface Row {
  readonly id: RowId;
  readonly label: LabelText;
  readonly reading: RowReading;
  readonly expected: readonly ColumnId[];
  readonly cells: { readonly [column: ColumnId]: Cell };
  /** The cells found after the label when they could not be bound to columns. */
  readonly unbound: readonly Cell[];
  readonly span: Span;
}

export interface ExtraRow {
  readonly label: string;
  readonly span: Span;
  readonly cells: readonly Cell[];
}

export type CellKind = 'number' | 'blank' | 'placeholder' | 'unreadable';

export interface Cell {
  readonly row: RowId;
  /** Empty for the cells of extra or unbound rows. */
  readonly column: ColumnId;
  /** The cell's own text without padding; for a blank cell the empty place where a value belongs. */
  readonly span: Span;
  readonly text: string;
  readonly kind: CellKind;
  /** Null where the cell is blank, a placeholder or unreadable. Counts are integers; amounts may have decimals. */
  readonly value: number | null;
  /** Number of decimal places written; the exact value is the integer `units` divided by 10^decimals. */
  readonly decimals: number;
  readonly units: number;
  /** Text that follows the number inside the cell, e.g. `（其中修订16件）` or `元`. */
  readonly annotation: string | null;
}

export interface Residue {
  readonly span: Span;
  readonly kind: 'bookmark' | 'furniture' | 'pageNumber';
}

export function cellOf(report: Report, table: TableId, row: RowId, column: ColumnId): Cell | undefined {
  return rowOf(report, table, row)?.cells[column];
}

export function rowOf(report: Report, table: TableId, row: RowId): Row | undefined {
  return report.tables[table]?.rows.find((r) => r.id === row);
}

export function sectionOf(report: Report, id: SectionId): Section | undefined {
  return report.sections.find((s) => s.id === id);
}

/** Whether the cells of a row add up to its last one, blanks counted as 0. */
export function rowAddsUp({ cells, expected }: Row): boolean {
  let sum = 0;
  for (let i = 0; i < expected.length - 1; i++) sum += cells[expected[i]!]?.value ?? 0;
  return sum === (cells[expected.at(-1) ?? '']?.value ?? 0);
}
