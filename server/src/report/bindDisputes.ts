import { forms, type RowId } from '../form/form';
import type { RawGrid } from '../layouts/layout';
import { fold } from '../text/fold';
import type { HeaderCell, LabelText, Row, Table } from './report';
import { isPageNumber } from './pageFurniture';
import { labelText, tableOf } from './tableParts';
import { hasInnerBlank, isBlank, isText, isValue, tokenRows, type Token, type TokenRow } from './tokens';
import { addsUp, cellOfToken } from './values';

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
  const found =
    inOneRow(text, runs, grid, hasFiller(text, rows)) ??
    inPieces(runs, grid) ??
    inTablesOfTheirOwn(runs, labels, grid, header.length);
  const sure = found?.sure && !hasLooseNumber(rows) && !isNumberBelow(text, to);
  const read = found && (sure || found.groups.every((g) => isBalanced(g.values))) ? found.groups : [];
  const bound = read.map((g) => rowOf(g.id, g.values, labels));
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
  /** Texts stand before the values in the layout's row: two rows that ran together. */
  readonly afterText: boolean;
  readonly values: Token[];
}

function valueRuns(rows: readonly TokenRow[], grid: RawGrid): Run[] {
  const runs: Run[] = [];
  let group: RowId | null = null;
  let labels = 0;
  let open: Run | undefined;
  for (const row of rows) {
    if (grid.rowsKnown) open = undefined;
    let afterText = false;
    for (const token of row.tokens) {
      if (isText(token)) {
        afterText = grid.rowsKnown;
        const named = token.labels.find((l) => l.kind === 'row');
        if (named) {
          group = named.id;
          labels++;
        }
        if (open?.values.some(isValue)) open = undefined;
        else if (open) open.values.length = 0;
        continue;
      }
      if (!open) runs.push((open = { group, labels, afterText, values: [] }));
      open.values.push(token);
      if (isValue(token)) labels = 0;
    }
  }
  return runs.filter((r) => r.values.some(isValue) || (grid.rowsKnown && r.values.length === 15));
}

/** The groups with their five cells each. */
interface Found {
  readonly groups: readonly { readonly id: RowId; readonly values: readonly Token[] }[];
  /** Count and order leave no doubt; else every group must add up. */
  readonly sure: boolean;
}

/** The group adds up, and not because of blanks among zeros, which may stand anywhere. */
function isBalanced(values: readonly Token[]): boolean {
  return addsUp(values) && (!values.some(isBlank) || values.every(isBlank) || Boolean(values.at(-1)!.number.value));
}

/** A number that hangs on a label: a cell that lost its place. */
function hasLooseNumber(rows: readonly TokenRow[]): boolean {
  return rows.some((row) => row.tokens.some((t) => isText(t) && /[^\d\s.．]\s*\d+$/.test(t.text)));
}

/** A number alone on one of the next lines below the table may be its last cell. */
function isNumberBelow(text: string, end: number): boolean {
  return /^(?:[^\n]{0,24}\r?\n){0,3}[^\S\n]*[\d０-９]+[^\S\n]*(?:\r?\n|$)/.test(text.slice(end, end + 100));
}

/** Fifteen values in one row; single numbers beside them (a page number, a counter) make them doubtful. */
function inOneRow(text: string, runs: readonly Run[], grid: RawGrid, filler: boolean): Found | undefined {
  const full = runs.flatMap((run) => {
    const values = fifteen(text, run, grid);
    return values ? [{ run, values }] : [];
  });
  const [only] = full;
  if (!only || full.length > 1) return undefined;
  const others = runs.filter((r) => r !== only.run && r.values.some(isValue));
  if (others.some((r) => r.values.filter(isValue).length > 1)) return undefined;
  const { values } = only;
  const padded = !grid.rowsKnown && !isOnlyPlace(withoutFiller(text, only.run.values), values);
  if (padded || (!grid.rowsKnown && filler && isBlank(values[0]!))) return undefined;
  return {
    groups: byFives(values),
    sure:
      others.length === 0 &&
      values.every(isPlain) &&
      !(only.run.afterText && values.some(isBlank)) &&
      !(
        grid.layout === 'pdfText' &&
        isPageNumber(
          values
            .slice(0, 3)
            .map((v) => v.text)
            .join(''),
        )
      ),
  };
}

/**
 * Whether no blank may be padding, with a blank elsewhere a cell instead: then fewer groups add up. In a text without rows
 * nothing else tells a blank cell from padding.
 */
function isOnlyPlace(all: readonly Token[], cells: readonly Token[]): boolean {
  const start = all.indexOf(cells[0]!);
  const [before, after] = [all[start - 1], all[start + cells.length]];
  const balanced = balancedGroups(cells);
  if (cells.some(isBlank) && balanced < 2) return false;
  const ends = byFives(cells).filter((_, i) => i !== 1);
  const endBlanks = [cells[0]!, cells.at(-1)!].map(isBlank);
  if (ends.some((group, i) => endBlanks[i] && group.values.some(isValue) && !isBalanced(group.values))) return false;
  const shifted = [
    ...(isBlank(cells[0]!) ? [[...cells.slice(1), cells[0]!]] : []),
    ...(isBlank(cells.at(-1)!) ? [[cells.at(-1)!, ...cells.slice(0, -1)]] : []),
  ];
  if (shifted.some((rival) => balancedGroups(rival) >= balanced)) return false;
  return cells.every((cell, i) => {
    if (!isBlank(cell)) return true;
    const others = [...cells.slice(0, i), ...cells.slice(i + 1)];
    const rivals = [...(before ? [[before, ...others]] : []), ...(after ? [[...others, after]] : [])];
    return rivals.every((rival) => balancedGroups(rival) < balanced || readsAlike(rival, cells));
  });
}

/** Which of several blanks in a row is padding changes no number. */
function readsAlike(rival: readonly Token[], cells: readonly Token[]): boolean {
  return cells.every((cell, i) => (isBlank(cell) ? isBlank(rival[i]!) : rival[i] === cell));
}

function balancedGroups(cells: readonly Token[]): number {
  return byFives(cells).filter((group) => addsUp(group.values)).length;
}

/** Fifteen values in two or three rows that an extractor broke between the groups. */
function inPieces(runs: readonly Run[], grid: RawGrid): Found | undefined {
  const filled = runs.filter((r) => r.values.some(isValue));
  const values = filled.flatMap((r) => r.values.filter(isValue));
  if (values.length !== 15 || filled.length > 3 || filled.some((r) => r.values.filter(isValue).length % 5 !== 0))
    return undefined;
  if (grid.showsBlanks && filled.some((r) => hasInnerBlank(r.values))) return undefined;
  return { groups: byFives(values), sure: values.every(isPlain) };
}

/** One small table for each group, each with its label right above. */
function inTablesOfTheirOwn(
  runs: readonly Run[],
  labels: ReadonlyMap<RowId, LabelText>,
  grid: RawGrid,
  header: number,
): Found | undefined {
  const filled = runs.filter((r) => r.values.some(isValue));
  const cells = filled.flatMap((run) => {
    const values = fiveOf(run, grid);
    return run.group && run.labels === 1 && values ? [{ id: run.group, values }] : [];
  });
  if (cells.length !== filled.length || cells.length < labels.size || new Set(cells.map((c) => c.id)).size < cells.length)
    return undefined;
  if (header > 0 && header !== cells.length * 5) return undefined;
  return { groups: cells, sure: grid.showsBlanks && header > 0 && cells.every((c) => c.values.every(isPlain)) };
}

/** Neither two numbers run together nor something unreadable. */
function isPlain(token: Token): boolean {
  return !token.number.spaced && token.number.kind !== 'unreadable';
}

function byFives(values: readonly Token[]): Found['groups'] {
  return groups.map((id, i) => ({ id, values: values.slice(i * 5, i * 5 + 5) }));
}

/** Blanks between the header's cells pad the table's rows: a blank before the values may be padding too. */
function hasFiller(text: string, rows: readonly TokenRow[]): boolean {
  const tokens = rows.flatMap((r) => r.tokens);
  const header = tokens.slice(
    tokens.findIndex(isText),
    tokens.findLastIndex((t) => t.labels.length > 0),
  );
  return header.length < 10 || header.some((t) => isBlank(t) && !isOnBarLine(text, t));
}

/** The run's fifteen cells, where it is plain which they are. */
function fifteen(text: string, run: Run, grid: RawGrid): readonly Token[] | undefined {
  const filled = run.values.filter(isValue);
  if (filled.length === 15) return filled;
  if (filled.length > 15 || !grid.showsBlanks) return undefined;
  const cells = withoutFiller(text, run.values);
  if (grid.rowsKnown && run.values.length === 15) return run.values;
  if (!grid.rowsKnown && cells.length === 15) return cells;
  return window(run.values, 15) ?? (grid.rowsKnown ? undefined : onlyBalanced(cells));
}

/** The fifteen of a few more cells with which alone every group adds up: the others are filler or open the row. */
function onlyBalanced(cells: readonly Token[]): readonly Token[] | undefined {
  const spare = cells.length - 15;
  if (spare < 1 || spare > 3) return undefined;
  const places = Array.from({ length: spare + 1 }, (_, at) => cells.slice(at, at + 15)).filter(
    (place) => place.filter(isValue).length === cells.filter(isValue).length && balancedGroups(place) === groups.length,
  );
  return places.length === 1 ? places[0] : undefined;
}

/**
 * The cells without filler. Bars side by side stand for the rest of a merged cell: on a line of their own, or where a blank stands before
 * the bar of every filled cell, as it then would before a blank cell's.
 */
function withoutFiller(text: string, values: readonly Token[]): Token[] {
  const isSpaced = values.filter(isValue).every((v) => text[v.end] === ' ' || text[v.end] === '\n');
  return values.filter((v) => !isBlank(v) || !(isOnBarLine(text, v) || (isSpaced && isBesideBar(text, v))));
}

function isBesideBar(text: string, token: Token): boolean {
  return text[token.end] === '|' && (text[token.start - 1] === '|' || text[token.end + 1] === '|');
}

function isOnBarLine(text: string, token: Token): boolean {
  const start = text.lastIndexOf('\n', token.start - 1) + 1;
  return /^\s*\|{2,}[^\S\n]*(?:\n|$)/.test(text.slice(start, start + 40));
}

/** The run's five cells; five numbers with blanks between them are parts of more than one group. */
function fiveOf(run: Run, grid: RawGrid): readonly Token[] | undefined {
  const filled = run.values.filter(isValue);
  if (filled.length === 5 && (!grid.showsBlanks || !hasInnerBlank(run.values))) return filled;
  if (filled.length > 5 || !grid.showsBlanks) return undefined;
  if (run.values.length === 5 && grid.rowsKnown) return run.values;
  return window(run.values, 5);
}

/** The values from the first filled cell to the last, where they are as many as the cells. */
function window(values: readonly Token[], count: number): readonly Token[] | undefined {
  const first = values.findIndex(isValue);
  const last = values.findLastIndex(isValue);
  return first >= 0 && last - first + 1 === count ? values.slice(first, last + 1) : undefined;
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
