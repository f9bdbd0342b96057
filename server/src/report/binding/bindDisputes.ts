import { forms, type RowId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import { fold } from '../../text/fold';
import type { HeaderCell, LabelText, Row, Table } from '../report';
import { isText, isValue, tokenRows, type CellToken, type TokenRow } from './cellTokens';
import { isBalanced, type Group } from './disputeCells';
import { foundGroups } from './disputeGroups';
import { digitsApart } from './joinedNumbers';
import { valueRuns } from './disputeRuns';
import { isStream } from './doubtfulRows';
import { labelText, tableOf } from './tableParts';
import { cellOfToken } from './values';

const form = forms['2021'].tables.disputes;
const groups: readonly RowId[] = form.rows.map((r) => r.id);
const five = form.columns.map((c) => c.id);

/**
 * Binds the disputes table: fifteen values in one row for the three groups, or five for each group where it stands in a table of
 * its own. The values have no labels of their own, so anything but fifteen or five is not bound.
 */
export function bindDisputes(text: string, grid: RawGrid, from: number, to: number): Table {
  const found = tokenRows(text, grid, 'disputes');
  const rows = grid.showsBlanks ? found : digitsApart(found, groups.length, five.length);
  const header = headerCells(rows, grid);
  const labels = groupLabels(rows);
  const runs = valueRuns(rows, grid);
  const inGroups = foundGroups(text, rows, runs, grid, labels.size, header.length);
  const sure = inGroups?.sure === true && !hasLooseNumber(rows) && !isNumberBelow(text, to);
  const read = inGroups && !isCutToWidth(rows) && isCertain(inGroups.groups, sure, rows, grid) ? inGroups.groups : [];
  const bound = read.map((g) => disputesRow(g.id, g.values, labels));
  const partial = bound.length === 0 && runs.some((r) => r.values.some(isValue)) ? 1 : 0;
  return tableOf(
    grid,
    { start: from, end: to },
    {
      id: 'disputes',
      header,
      groups: [...labels.values()],
      rows: bound,
      extraRows: [],
      note: null,
      unassigned: bound.length > 0 ? 0 : partial,
    },
  );
}

/** Groups that do not add up are the author's where count and order leave no doubt; in a text without rows not several of them. */
function isCertain(found: readonly Group[], sure: boolean, rows: readonly TokenRow[], grid: RawGrid): boolean {
  const unbalanced = found.filter((g) => !isBalanced(g.values)).length;
  if (isStream(grid) && (unbalanced > 1 || isHeaderOutOfOrder(rows, found))) return false;
  return sure || unbalanced === 0;
}

/**
 * The header is all there in a text without rows, in another order than the form's: then so may be the values, which matters to none but
 * zeros.
 */
function isHeaderOutOfOrder(rows: readonly TokenRow[], found: readonly Group[]): boolean {
  const texts = rows.flatMap((row) => row.tokens.filter(isText).map((t) => fold(t.text)));
  const order = texts.join('').replace(/[^维纠审]/g, '');
  const isInOrder = order.length !== 3 * groups.length || order === '维纠审'.repeat(groups.length);
  return !isInOrder && found.some((g) => g.values.some((v) => v.number.value !== 0));
}

/** A number that hangs on a label: a cell that lost its place. */
function hasLooseNumber(rows: readonly TokenRow[]): boolean {
  return rows.some((row) => row.tokens.some((t) => isText(t) && /[^\d０-９\s.．]\s*[\d０-９]+$/.test(t.text)));
}

/** Columns too narrow for their words, which are cut within a character, cut the numbers below as well. */
function isCutToWidth(rows: readonly TokenRow[]): boolean {
  return rows.some((row) => row.tokens.some((t) => isText(t) && /^\ufffd|\ufffd$/.test(t.text)));
}

/** A number alone on one of the next lines below the table may be its last cell. */
function isNumberBelow(text: string, end: number): boolean {
  return /^(?:[^\n]{0,24}\r?\n){0,3}[^\S\n]*[\d０-９]+[^\S\n]*(?:\r?\n|$)/.test(text.slice(end, end + 100));
}

function disputesRow(id: RowId, tokens: readonly CellToken[], labels: ReadonlyMap<RowId, LabelText>): Row {
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
