import { forms, type RowId, type TableId } from '../../form/form';
import { foldLabel } from '../../text/fold';
import type { CellToken } from './cellTokens';
import { isGroupInPieces, labelOf, labelsAmong, suffixLabel, withoutDebris } from './labelPieces';
import { countValues, hasOtherSubRows, isGroupLabel, type BoundLabel, type Segment } from './segments';

/**
 * Names values that stand on lines of their own above their labels, as some extractors write rows with long labels: between two rows
 * known for sure there are as many lines of values as the form has rows, and their labels follow in the form's order. Gives back the
 * values of stretches that begin with values or end with a label but do not come out even: there a label above values need not be theirs.
 */
export function nameRowsByOrder(
  segments: readonly Segment[],
  table: TableId,
  expected: (count: number) => boolean,
  used: Set<Segment>,
): ReadonlySet<Segment> {
  const misled = new Set<Segment>();
  const hasSubRows = hasOtherSubRows(segments);
  const order = orderOf(table, hasSubRows);
  for (const stretch of stretchesOf(segments, hasSubRows)) {
    const values = stretch.inner.filter((s) => countValues(s) > 0);
    if (values.length === 0) continue;
    const rows = rowsBetween(order, stretch);
    const first = stretch.inner.indexOf(values[0]!);
    const areWhole = values.every((s) => expected(countValues(s)));
    // More lines of values than the form has rows: one may be the next row's, and that row's own the one's after it.
    if (rows && values.length > rows.length && stretch.to && areWhole) {
      stretch.to.doubtful = true;
      misled.add(stretch.to);
    }
    const isValuesFirst = !isBelowLabel(stretch.inner.slice(0, first), stretch.from === undefined, order, table);
    const inner = stretch.inner.slice(first);
    const labels = isValuesFirst && areWhole && rows?.length === values.length ? labelsInOrder(inner, rows, table) : undefined;
    if (labels) {
      inner.forEach((s) => used.add(s));
      values.forEach((s, i) => (s.label = labels[i]!));
    } else if (
      isValuesFirst ||
      !areWhole ||
      leavesTexts(stretch.inner, table) ||
      !holdsLabels(stretch.inner, values.length, table)
    )
      values.forEach((s) => misled.add(s));
  }
  return misled;
}

/** Lines that hold either texts or values, between two rows that hold both. */
interface Stretch {
  readonly from: Segment | undefined;
  readonly to: Segment | undefined;
  readonly inner: readonly Segment[];
}

function stretchesOf(segments: readonly Segment[], hasSubRows: boolean): Stretch[] {
  const rows = segments.flatMap((s, i) => (withoutDebris(s.texts, hasSubRows).length > 0 && countValues(s) > 0 ? [i] : []));
  return [-1, ...rows].map((at, k) => ({
    from: segments[at],
    to: segments[rows[k] ?? -1],
    inner: segments.slice(at + 1, rows[k]),
  }));
}

/** The rows of the form between those at the stretch's ends; undefined where an end has no name. */
function rowsBetween(order: readonly string[], { from, to }: Stretch): readonly string[] | undefined {
  if ((from && !from.label) || (to && !to.label)) return undefined;
  const start = from ? order.indexOf(from.label!.match.id) + 1 : 0;
  return order.slice(start, to ? order.indexOf(to.label!.match.id) : order.length);
}

/** Whether a label, or the first piece of one, is among the texts; above the first row the header is. */
function isBelowLabel(above: readonly Segment[], isFirst: boolean, order: readonly string[], table: TableId): boolean {
  const tokens = piecesOf(above);
  if (!isFirst || tokens.length === 0) return tokens.length > 0;
  const label = forms['2021'].tables[table].rows.find((r) => r.id === order[0])!.label;
  return foldLabel(label).startsWith(foldLabel(tokens.at(-1)!.text)) || suffixLabel(tokens, tokens.length, table) !== undefined;
}

/** The texts below the last values are not the rest of the label around them: values belong to these texts, or are gone. */
function leavesTexts(inner: readonly Segment[], table: TableId): boolean {
  const last = inner.findLastIndex((s) => countValues(s) > 0);
  const before = inner.slice(0, last).findLastIndex((s) => countValues(s) > 0);
  const rest = upToHeader(inner.slice(last + 1));
  const below = isGroupInPieces(rest.flatMap((s) => s.texts)) ? [] : piecesOf(rest);
  if (/^[1-9][.．、]?$/.test(below.at(-1)?.text ?? '')) below.pop();
  const above = piecesOf(inner.slice(before + 1, last));
  return below.length > 0 && suffixLabel([...above, ...below], above.length, table) === undefined;
}

/** The lines above the header of the table's next block, which its group may open. */
function upToHeader(segments: readonly Segment[]): readonly Segment[] {
  const isGroup = ({ texts }: Segment) => isGroupInPieces(texts) || texts.some(isGroupLabel);
  const header = segments.findIndex(({ texts }) => texts.some((t) => t.labels.some((l) => l.kind === 'column')));
  if (header < 0) return segments;
  return segments.slice(0, header > 0 && isGroup(segments[header - 1]!) ? header - 1 : header);
}

/** Whether the texts join to so many labels, with or without what looks like the end of a group's name. */
function holdsLabels(inner: readonly Segment[], count: number, table: TableId): boolean {
  return [piecesOf(inner), inner.flatMap((s) => s.texts)].some((texts) => labelsAmong(texts, table).length === count);
}

/** The labels that the texts join to, if they are those of the rows one after the other. */
function labelsInOrder(segments: readonly Segment[], rows: readonly string[], table: TableId): BoundLabel[] | undefined {
  const tokens = piecesOf(segments);
  const labels: BoundLabel[] = [];
  let at = 0;
  for (const row of rows) {
    let found: BoundLabel | undefined;
    for (let end = at + 1; end <= Math.min(tokens.length, at + 8) && !found; end++) {
      const label = labelOf(tokens.slice(at, end), table, true);
      if (label?.match.id !== row) continue;
      found = label;
      at = end;
    }
    if (!found) return undefined;
    labels.push(found);
  }
  return at === tokens.length ? labels : undefined;
}

/** The texts that can be labels or pieces of one. */
function piecesOf(segments: readonly Segment[]): CellToken[] {
  return segments.flatMap((s) => withoutDebris(s.texts, true));
}

/** The rows of a table in the order of both forms; `other` stands only where its three rows do not. */
export function orderOf(table: TableId, hasSubRows: boolean): readonly RowId[] {
  const rows = forms['2021'].tables[table].rows.map((r) => r.id);
  if (table !== 'applications' || hasSubRows) return rows;
  const last = rows.indexOf('other.miscellaneous');
  return [...rows.slice(0, last - 2), 'other', ...rows.slice(last + 1)];
}
