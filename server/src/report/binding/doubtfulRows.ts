import { forms, type RowId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import type { Row } from '../report';
import { isValue, type CellToken } from './cellTokens';
import { labelOf, labelsAmong, withoutDebris } from './labelPieces';
import { orderOf } from './nameRowsByOrder';
import { countValues, hasOtherSubRows, type Segment } from './segments';
import { addsUp } from './values';

/** The numbers behind a row's label may be parts of its own, or another row's. */
export function mayHoldOtherNumbers(segments: readonly Segment[], at: number, count: number, grid: RawGrid): boolean {
  if (isBesideStrayNumbers(segments, at, count, grid)) return true;
  if (grid.showsBlanks) return false;
  return (
    isAboveLonelyLabel(segments, at) || (!grid.rowsKnown && (beginsWithTotal(segments[at]!, count) || isBelowList(segments[at]!)))
  );
}

/**
 * A number wrapped inside its narrow cell leaves its last digits on a line of their own, a page number stands on one too: a row that does not
 * add up, with fewer numbers than a row has right above or below it, may lack digits or hold another's.
 */
function isBesideStrayNumbers(segments: readonly Segment[], at: number, count: number, { showsBlanks }: RawGrid): boolean {
  const filled = segments[at]!.values.filter(isValue);
  if (filled.length !== count || addsUp(filled)) return false;
  return [neighbour(segments, at, -1), neighbour(segments, at, 1)].some(
    (s) => s && !s.label && countValues(s) < count && (!showsBlanks || (s.values.every(isValue) && s.texts.every(isScrap))),
  );
}

/** The end of a wrapped label, too short to be one. */
function isScrap({ text }: CellToken): boolean {
  return text.length <= 4;
}

/** The next segment with values, behind lines that hold no part of the table at most. */
function neighbour(segments: readonly Segment[], at: number, step: 1 | -1): Segment | undefined {
  let i = at + step;
  while (segments[i] && i - at <= 3 && at - i <= 3 && segments[i]!.values.length === 0) i += step;
  const found = segments[i];
  if (!found || countValues(found) === 0) return undefined;
  return Math.abs(i - at) === 1 || withoutDebris(found.texts, true).every(isScrap) ? found : undefined;
}

/**
 * Where lines show no rows, values can come before the label that they belong to: then more rows of values stand between two labels than the
 * form has rows between them, and further down a label stands without any. Between the two labels tell nothing; where values were
 * dropped, nothing tells where that ends.
 */
export function unnameBehindOrphan(segments: readonly Segment[], count: number): void {
  const order: readonly string[] = orderOf('applications', hasOtherSubRows(segments));
  const rows = segments.map((s) => Math.floor(countValues(s) / count));
  const isWhole = rows.reduce((n, r) => n + r, 0) === order.length && segments.every((s) => countValues(s) % count === 0);
  const labels = segments.map((s) => labelsOf(s).map((l) => ({ ...l, at: order.indexOf(l.id) })));
  const all = labels.flat();
  let next = 0;
  let last = -1;
  let nameless = 0;
  let seen = 0;
  let apart = false;
  segments.forEach((segment, i) => {
    for (const { at } of labels[i]!) {
      if (at > last && nameless > at - last - 1) apart ||= nextIsLonely(all, next);
      else if (at > last && isWhole && seen <= at) apart = false;
      last = at;
      nameless = 0;
      next++;
    }
    nameless += segment.label ? Math.max(0, rows[i]! - 1) : rows[i]!;
    seen += rows[i]!;
    if (apart) delete segment.label;
  });
}

/** Whether the labels from one on keep the form's order up to one that stands without values. */
function nextIsLonely(labels: readonly { at: number; lonely: boolean }[], from: number): boolean {
  for (let i = from; i < labels.length && (i === from || labels[i]!.at > labels[i - 1]!.at); i++) {
    if (labels[i]!.lonely) return true;
  }
  return false;
}

/** The labels of the segment in their order, its own last. */
function labelsOf(segment: Segment): readonly { id: string; lonely: boolean }[] {
  const lonely = lonelyLabels(segment).flatMap((tokens) => labelOf(tokens, 'applications', false)?.match.id ?? []);
  return [
    ...lonely.map((id) => ({ id, lonely: true })),
    ...(segment.label ? [{ id: segment.label.match.id, lonely: false }] : []),
  ];
}

/** A row whose first number is the sum of the others, and its last is not: its total was written first. */
function beginsWithTotal({ values }: Segment, count: number): boolean {
  const filled = values.filter(isValue);
  return filled.length === count && !addsUp(filled) && addsUp([...filled.slice(1), filled[0]!]);
}

/** Where lines show no rows, several labels without values stand before the one that values follow, as in a list of labels. */
function isBelowList(segment: Segment): boolean {
  return lonelyLabels(segment).length > 1;
}

/** The next row's label of several lines comes next without any values: they may stand above it, behind this row's label. */
function isAboveLonelyLabel(segments: readonly Segment[], at: number): boolean {
  const { label } = segments[at]!;
  if (!label) return false;
  let next = at + 1;
  while (next < segments.length && countValues(segments[next]!) === 0) next++;
  if (next === segments.length) return false;
  const end = segments[next]!.label?.start ?? Infinity;
  const between = segments.slice(at + 1, next + 1).flatMap((s) => s.texts.filter((t) => t.end <= end));
  if (between.length < 2) return false;
  const [lonely, another] = labelsAmong(withoutDebris(between, true), 'applications');
  if (!lonely || lonely.length < 2 || (end === Infinity && !another)) return false;
  return isNextRow(label.match.id, labelOf(lonely, 'applications', false)?.match.id);
}

function isNextRow(row: string, next: string | undefined): boolean {
  const order: readonly string[] = orderOf('applications', true);
  return next !== undefined && order.indexOf(next) === order.indexOf(row) + 1;
}

/** The labels before the one that the values follow. */
function lonelyLabels({ texts, label }: Segment): readonly (readonly CellToken[])[] {
  if (texts.length < 2 && label) return [];
  const before = label ? texts.filter((t) => t.end <= label.start) : texts;
  return before.length === 0 ? [] : labelsAmong(withoutDebris(before, true), 'applications');
}

/**
 * Where the layout drops blank cells and did so in many rows, or hardly any row came through whole, seven numbers that do not add up may be
 * six and a stray one, or another row's; and so may seven right before a line that is no part of the table, as at a page's end. Such
 * rows are not read.
 */
export function doubtRowsWithStrayNumbers(rows: Row[], segments: readonly Segment[]): void {
  const drops = rows.filter((r) => r.reading === 'missingValues').length * 3 > rows.length;
  if (!drops && rows.filter((r) => r.reading === 'complete').length >= rowsThatTell) return;
  const atPageEnd = drops ? beforeForeignText(segments) : new Set();
  rows.forEach((row, i) => {
    if (row.reading !== 'complete') return;
    const cells = row.expected.map((c) => row.cells[c]!);
    const total = cells.at(-1)!;
    const sum = cells.slice(0, -1).reduce((n, c) => n + (c.value ?? 0), 0);
    if (sum !== total.value || atPageEnd.has(row.id)) rows[i] = { ...row, reading: 'missingValues', cells: {}, unbound: cells };
  });
}

/** Half of the form's rows: a table of which fewer were read is not checked. */
const rowsThatTell = Math.ceil(forms['2021'].tables.applications.rows.length / 2);

/** The rows behind which stands neither a label nor a piece of one. */
function beforeForeignText(segments: readonly Segment[]): ReadonlySet<RowId> {
  return new Set(
    segments.flatMap(({ label }, i) => {
      const next = segments[i + 1];
      const first = next?.label && withoutDebris(next.texts, true)[0];
      return label && first && first.labels.length === 0 && first.end <= next.label!.start ? [label.match.id] : [];
    }),
  );
}

/** The grid shows neither rows nor blank cells: the order of the lines is all there is. */
export function isStream(grid: RawGrid): boolean {
  return !grid.rowsKnown && !grid.showsBlanks;
}
