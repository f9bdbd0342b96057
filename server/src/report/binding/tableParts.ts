import { forms, type FormId, type RowId, type TableId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import { foldText } from '../../text/fold';
import { isBlankFrom } from '../../text/lines';
import type { Span } from '../../text/span';
import type { ExtraRow, LabelText, Row, Table } from '../report';
import { isBlank, isValue, type TokenRow } from './cellTokens';
import type { BoundLabel, Segment } from './segments';
import { cellOfToken } from './values';

export function labelText(label: BoundLabel): LabelText {
  return {
    id: label.match.id,
    text: label.text,
    span: { start: label.start, end: label.end },
    match: label.match.match,
    forms: label.match.forms,
  };
}

/** A row that the form does not have, by the text right before its values. */
export function extraRowOf(segment: Segment): ExtraRow {
  const label = segment.texts.at(-1)!;
  return {
    label: label.text,
    span: { start: label.start, end: label.end },
    cells: segment.values.filter((v) => !isBlank(v)).map((v) => cellOfToken(v, '', '')),
  };
}

/** Group labels as they stand in the text. */
export function groupsOf(rows: readonly TokenRow[]): LabelText[] {
  const groups: LabelText[] = [];
  for (const { tokens } of rows) {
    for (const token of tokens) {
      const match = token.labels.find((l) => l.kind === 'group');
      if (match && !groups.some((g) => g.id === match.id))
        groups.push(labelText({ match, start: token.start, end: token.end, text: token.text }));
    }
  }
  return groups;
}

const notePattern = /\(?本列数据的勾稽关系为.{0,4}第一项加第二项之和.{0,12}等于第三项加第四项之和\)?/;

const rowsOfHeader = 4;

/** The printed 勾稽关系 note of the applications table, also where it is broken over lines. */
export function noteOf(text: string, rows: readonly TokenRow[], from: number, to: number): Span | null {
  for (const { tokens } of rows.slice(0, rowsOfHeader)) {
    const cell = tokens.find((t) => t.labels.some((l) => l.kind === 'note'));
    if (cell) return { start: cell.start, end: cell.end };
  }
  const head = foldText(text.slice(from, Math.min(to, from + 900)), from);
  const whole = notePattern.exec(head.text);
  if (whole) return { start: head.map[whole.index]!, end: head.map[whole.index + whole[0].length - 1]! + 1 };
  const start = head.text.search(/\(?本列数据的勾稽|勾稽关系为|第一项加第二项/);
  return start < 0 ? null : { start: head.map[start]!, end: head.map[start]! + 1 };
}

/**
 * Whether a row is the last thing of the text, without the last row of the form and without a border behind its last number: the text may
 * have been cut inside that number.
 */
export function mayBeShortened(text: string, { values, label }: Segment, rows: readonly { readonly id: RowId }[]): boolean {
  const last = values.at(-1);
  return last !== undefined && label?.match.id !== rows.at(-1)!.id && isValue(last) && isBlankFrom(text, last.end);
}

/** What a binder found in a table. */
export type TableDraft = Omit<Table, 'layout' | 'span' | 'showsBlanks' | 'form' | 'status' | 'coverage'> & {
  /** Rows of values that could not be given to a row of the form. */
  readonly unassigned: number;
  readonly form?: Table['form'];
};

/** Completes a table with its form, how much of it was read, and whether that is enough to check it. */
export function tableOf({ layout, showsBlanks }: RawGrid, span: Span, draft: TableDraft): Table {
  const { id, header, groups, rows: read, extraRows, note } = draft;
  const parts = { id, layout, span, header, groups, rows: read, extraRows, note, showsBlanks };
  const form = draft.form ?? formOfRows(draft.id, draft.rows);
  const rows = forms[form === '2019' ? '2019' : '2021'].tables[draft.id].rows;
  const oneOther =
    draft.id === 'applications' && draft.rows.some((r) => r.id === 'other') && !draft.rows.some((r) => r.id.startsWith('other.'));
  const rowsExpected = draft.id === 'proactive' && form === 'mixed' ? draft.rows.length : oneOther ? 23 : rows.length;
  const cellsExpected =
    draft.id === 'proactive'
      ? form === 'mixed'
        ? draft.rows.reduce((n, r) => n + r.expected.length, 0)
        : rows.reduce((n, r) => n + (r.columns?.length ?? 0), 0)
      : rowsExpected * forms['2021'].tables[draft.id].columns.length;
  const complete = new Set(draft.rows.filter((r) => r.reading === 'complete').map((r) => r.id));
  const cells = draft.rows.reduce((n, r) => n + Object.keys(r.cells).length, 0);
  const coverage = { rows: complete.size, rowsExpected, cells: Math.min(cells, cellsExpected), cellsExpected };
  return { ...parts, form, coverage, status: isIncomplete(draft, showsBlanks, complete, rowsExpected) ? 'incomplete' : 'read' };
}

/** Too much is gone for the arithmetic to mean anything: values without rows, the table's end cut off, most rows without values. */
function isIncomplete(draft: TableDraft, showsBlanks: boolean, complete: ReadonlySet<RowId>, expected: number): boolean {
  // One row that came apart from its label, with all others there, is a row unread and no more.
  const missing = expected - complete.size;
  if (draft.unassigned > 0 && missing > 0 && (draft.unassigned > 1 || missing > 1)) return true;
  if (draft.id === 'disputes') return complete.size === 0;
  if (draft.id === 'proactive') return complete.size * 2 < expected;
  const present = new Set(draft.rows.map((r) => r.id));
  const cutEnd = !present.has('outcomeTotal') && !present.has('carriedOut');
  const unread = draft.rows.filter((r) => r.reading === 'missingValues' || r.reading === 'noValues').length;
  return cutEnd || complete.size < expected * 0.6 || (unread * 3 > expected && !showsBlanks);
}

function formOfRows(table: TableId, rows: readonly Row[]): FormId | 'mixed' {
  if (table !== 'applications') return '2021';
  const one = rows.some((r) => r.id === 'other');
  const three = rows.some((r) => r.id.startsWith('other.'));
  return one && !three ? '2019' : one ? 'mixed' : '2021';
}
