import { forms, type RowId } from '../form/form';
import type { RawGrid } from '../layouts/layout';
import { fold } from '../text/fold';
import type { HeaderCell, LabelText, Row, Table } from './report';
import { labelText, tableOf } from './tableParts';
import { isBlank, isText, isValue, tokenRows, type Token, type TokenRow } from './tokens';
import { cellOfToken } from './values';

const form = forms['2021'].tables.disputes;
const groups: readonly RowId[] = form.rows.map((r) => r.id);
const five = form.columns.map((c) => c.id);

/**
 * Binds the disputes table: fifteen values in one row for the three groups, or five for each group where it stands in a table of
 * its own. The values have no labels of their own, so anything but fifteen or five is not bound.
 */
export function bindDisputes(text: string, grid: RawGrid, from: number, to: number): Table {
  const rows = tokenRows(text, grid, 'disputes');
  const header = headerCells(rows, grid);
  const labels = groupLabels(rows);
  const runs = valueRuns(rows, grid);
  const bound = bindRuns(runs, labels, grid, header.length, !hasFiller(rows));
  const partial = bound.length === 0 && runs.some((r) => r.values.some(isValue)) ? 1 : 0;
  return tableOf({
    id: 'disputes',
    layout: grid.layout,
    span: { start: from, end: to },
    header,
    groups: [...labels.values()],
    rows: bound,
    extraRows: [],
    note: null,
    showsBlanks: grid.showsBlanks,
    unassigned: bound.length > 0 ? 0 : partial,
  });
}

/** Values with the group label that was read last before them. */
interface Run {
  readonly group: RowId | null;
  /** How many group labels stand between the values before and these. */
  readonly labels: number;
  readonly values: Token[];
}

function valueRuns(rows: readonly TokenRow[], grid: RawGrid): Run[] {
  const runs: Run[] = [];
  let group: RowId | null = null;
  let labels = 0;
  let open: Run | undefined;
  for (const row of rows) {
    if (grid.rowsKnown) open = undefined;
    for (const token of row.tokens) {
      if (isText(token)) {
        const named = token.labels.find((l) => l.kind === 'row');
        if (named) {
          group = named.id;
          labels++;
        }
        if (open?.values.some(isValue)) open = undefined;
        else if (open) open.values.length = 0;
        continue;
      }
      if (!open) runs.push((open = { group, labels, values: [] }));
      open.values.push(token);
      if (isValue(token)) labels = 0;
    }
  }
  return runs.filter((r) => r.values.some(isValue) || (grid.rowsKnown && r.values.length === 15));
}

function bindRuns(
  runs: readonly Run[],
  labels: ReadonlyMap<RowId, LabelText>,
  grid: RawGrid,
  headerCells: number,
  isUnfilled: boolean,
): Row[] {
  const full = runs.filter((r) => values(r, grid, 15, isUnfilled));
  if (
    full.length === 1 &&
    runs.filter((r) => r.values.some(isValue)).length <= (full[0]!.values.some(isValue) ? 1 : 0) + strayRuns(runs, full[0]!)
  ) {
    const all = values(full[0]!, grid, 15, isUnfilled)!;
    return groups.map((id, i) => rowOf(id, all.slice(i * 5, i * 5 + 5), labels));
  }
  const filled = runs.filter((r) => r.values.some(isValue));
  const joined = filled.flatMap((r) => r.values.filter(isValue));
  const noBlanks = filled.every((r) => !grid.showsBlanks || interiorBlanks(r) === 0);
  if (
    full.length === 0 &&
    joined.length === 15 &&
    noBlanks &&
    filled.length <= 3 &&
    filled.every((r) => r.values.filter(isValue).length % 5 === 0)
  ) {
    return groups.map((id, i) => rowOf(id, joined.slice(i * 5, i * 5 + 5), labels));
  }
  const named = filled.filter((r) => r.group && r.labels === 1 && values(r, grid, 5));
  if (
    named.length === filled.length &&
    named.length >= labels.size &&
    (headerCells === 0 || headerCells === named.length * 5) &&
    new Set(named.map((r) => r.group)).size === named.length
  ) {
    return named.map((r) => rowOf(r.group!, values(r, grid, 5)!, labels));
  }
  return [];
}

/** Blanks between the header's cells pad the table's rows: a blank before the values may be padding too. */
function hasFiller(rows: readonly TokenRow[]): boolean {
  const tokens = rows.flatMap((r) => r.tokens);
  const header = tokens.slice(
    tokens.findIndex(isText),
    tokens.findLastIndex((t) => t.labels.length > 0),
  );
  return header.length < 10 || header.some(isBlank);
}

/** Single numbers beside the fifteen (a page number, a counter) are no rival to them. */
function strayRuns(runs: readonly Run[], full: Run): number {
  return runs.filter((r) => r !== full && r.values.filter(isValue).length === 1).length;
}

function interiorBlanks(run: Run): number {
  const first = run.values.findIndex(isValue);
  const last = run.values.findLastIndex(isValue);
  return run.values.slice(first, last).filter(isBlank).length;
}

/** The run's `count` cells, where it is plain which they are. */
function values(run: Run, grid: RawGrid, count: number, isUnfilled = false): readonly Token[] | undefined {
  const filled = run.values.filter(isValue);
  if (filled.some((t) => t.number.spaced || t.number.kind === 'unreadable') && !addUp(filled)) return undefined;
  // Five numbers with blanks between them are parts of more than one group.
  if (filled.length === count && (count === 15 || !grid.showsBlanks || interiorBlanks(run) === 0)) return filled;
  if (filled.length > count || !grid.showsBlanks) return undefined;
  if (run.values.length === count && (grid.rowsKnown || (isUnfilled && addUp(run.values)))) return run.values;
  const first = run.values.findIndex(isValue);
  const last = run.values.findLastIndex(isValue);
  return first >= 0 && last - first + 1 === count ? run.values.slice(first, last + 1) : undefined;
}

/** Numbers with inner blanks may be two run together: every group must add up with them as one. */
function addUp(filled: readonly Token[]): boolean {
  if (filled.length % 5 !== 0) return false;
  return filled.every((t, i) => {
    if (i % 5 !== 4) return true;
    const parts = filled.slice(i - 4, i).reduce((n, p) => n + (p.number.value ?? (isBlank(p) ? 0 : NaN)), 0);
    return parts === (t.number.value ?? 0);
  });
}

function rowOf(id: RowId, tokens: readonly Token[], labels: ReadonlyMap<RowId, LabelText>): Row {
  const start = tokens[0]!.start;
  const label = labels.get(id) ?? {
    id,
    text: '',
    span: { start, end: start },
    match: 'truncated' as const,
    forms: ['2021' as const, '2019' as const],
  };
  const cells = Object.fromEntries(five.map((column, i) => [column, cellOfToken(tokens[i]!, id, column)]));
  return { id, label, reading: 'complete', expected: five, cells, unbound: [], span: { start, end: tokens.at(-1)!.end } };
}

function groupLabels(rows: readonly TokenRow[]): Map<RowId, LabelText> {
  const labels = new Map<RowId, LabelText>();
  for (const { tokens } of rows) {
    for (const token of tokens) {
      const match = token.labels.find((l) => l.kind === 'row');
      if (match && !labels.has(match.id))
        labels.set(match.id, labelText({ match, start: token.start, end: token.end, text: token.text }));
    }
  }
  return labels;
}

/** Result columns in text order: they repeat once a group; wordings cut by extraction count on in the same order. */
function headerCells(rows: readonly TokenRow[], grid: RawGrid): HeaderCell[] {
  if (grid.layout === 'pdfText') return [];
  const cells: HeaderCell[] = [];
  let group = 0;
  let next = 0;
  for (const { tokens } of rows) {
    for (const token of tokens) {
      if (isValue(token)) return cells;
      if (!isText(token)) continue;
      const match = token.labels.find((l) => l.kind === 'column');
      const folded = fold(token.text);
      const position = match
        ? five.indexOf(match.id)
        : form.columns.findIndex((c, i) => i >= next && folded.length >= 2 && c.label.startsWith(folded));
      if (position < 0 || group >= groups.length) continue;
      if (position < next) {
        group++;
        if (group >= groups.length) return cells;
      }
      next = position + 1;
      const column = five[position]!;
      const label: LabelText = match
        ? labelText({ match, start: token.start, end: token.end, text: token.text })
        : {
            id: column,
            text: token.text,
            span: { start: token.start, end: token.end },
            match: 'truncated',
            forms: ['2021', '2019'],
          };
      cells.push({ ...label, column, under: groups[group]! });
      if (next === five.length) {
        next = 0;
        group++;
      }
    }
  }
  return cells;
}
