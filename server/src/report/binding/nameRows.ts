import { forms, type TableId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import { nearLabelMatches } from '../labels';
import type { CellToken } from './cellTokens';
import { boundLabel, isGroupInPieces, labelOf, labelsAmong, suffixLabel, withoutDebris } from './labelPieces';
import { nameRowsByOrder } from './nameRowsByOrder';
import { countValues, hasOtherSubRows, type BoundLabel, type Segment } from './segments';

/**
 * Names the rows: first by a label that stands whole before its values, then by labels that the text breaks over lines around
 * them, last by labels with a few wrong characters. What stays nameless is not guessed here. Gives back the rows whose label stands on other lines.
 */
export function nameRows(
  segments: Segment[],
  table: TableId,
  expected: (count: number) => boolean,
  grid: RawGrid,
): readonly Segment[] {
  let last: string | undefined;
  for (const segment of segments) {
    if (segment.texts.length === 0 || segment.values.length === 0) continue;
    const label = labelBefore(segment, table, countValues(segment) > 0 && expected(countValues(segment)));
    if (!label || (label.match.weak && !mayFollow(table, last, label.match.id))) continue;
    segment.label = label;
    last = label.match.id;
  }
  const used = new Set<Segment>();
  const around: Segment[] = [];
  const misled = grid.rowsKnown && !grid.showsBlanks ? nameRowsByOrder(segments, table, expected, used) : new Set<Segment>();
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!;
    const count = segment.texts.length === 0 && countValues(segment) === 0 ? segment.values.length : countValues(segment);
    if (segment.label || count === 0 || !expected(count)) continue;
    if (grid.rowsKnown && isBesideLabel(segment, segments[i + 1])) continue;
    const found = labelAround(segments, i, table, used, grid.rowsKnown, grid.layout === 'pdfText' || !grid.showsBlanks ? 4 : 3);
    if (!found) continue;
    const { label } = found;
    // Where values stand above their labels, a label above values is the one of the values before.
    const stands = label.end < segment.values[0]!.start;
    const mayBeOther = stands && (misled.has(segment) || (!grid.showsBlanks && isBelowOrphan(segments, i, label, expected)));
    if (mayBeOther) continue;
    segment.label = label;
    around.push(segment);
    for (const s of found.used) used.add(s);
  }
  for (const segment of segments) {
    const count = countValues(segment);
    if (segment.label || misled.has(segment) || segment.texts.length === 0 || count === 0 || !expected(count)) continue;
    const label = nearLabelBefore(segment, table);
    if (label) segment.label = label;
  }
  return around;
}

/** Values open a line that goes on with words: they may be a page number, or belong to these. */
function isBesideLabel(segment: Segment, next: Segment | undefined): boolean {
  return segment.texts.length === 0 && next?.row === segment.row && withoutDebris(next.texts, true).length > 0;
}

/** Values without a label stand right above this label: it may be theirs. */
function isBelowOrphan(
  segments: readonly Segment[],
  at: number,
  label: BoundLabel,
  expected: (count: number) => boolean,
): boolean {
  const above = segments.slice(0, at).findLast((s) => countValues(s) > 0 && s.values[0]!.start < label.start);
  return above !== undefined && !above.label && expected(countValues(above));
}

/** A short wording (`其他`, `总计`) names a row only right where the form has that row. */
function mayFollow(table: TableId, before: string | undefined, id: string): boolean {
  const rows = forms['2021'].tables[table].rows.map((r) => r.id);
  const distance = rows.indexOf(id) - (before === 'other' ? rows.indexOf('other.miscellaneous') : rows.indexOf(before ?? ''));
  return before !== undefined && distance >= 1 && distance <= 3;
}

/** The label that ends where the values begin: the last text, or the last texts joined when a label was broken into pieces. */
function labelBefore(segment: Segment, table: TableId, hasValues: boolean): BoundLabel | undefined {
  const { texts } = segment;
  let best: BoundLabel | undefined;
  for (let from = texts.length - 1; from >= Math.max(0, texts.length - 8); from--) {
    if (isPunctuation(texts[from]!)) continue;
    const found = labelOf(texts.slice(from), table, hasValues);
    if (found && (!best || found.match.match === 'exact' || best.match.match !== 'exact')) best = found;
  }
  return best;
}

/** A mark that an extractor tore from a vertical word begins no label. */
function isPunctuation(token: CellToken): boolean {
  return /^\p{P}+$/u.test(token.text);
}

/** The row whose label the last texts are but for a few characters. */
function nearLabelBefore(segment: Segment, table: TableId): BoundLabel | undefined {
  const { texts } = segment;
  for (let from = texts.length - 1; from >= Math.max(0, texts.length - 6); from--) {
    if (isPunctuation(texts[from]!)) continue;
    const joined = texts
      .slice(from)
      .map((t) => t.text)
      .join('');
    const near = nearLabelMatches(joined, table).find((m) => m.kind === 'row');
    if (near) return boundLabel(near, texts.slice(from));
  }
  return undefined;
}

/** A line of texts, and those of them that can be pieces of a row's label. */
interface Pieces {
  readonly segment: Segment;
  readonly tokens: readonly CellToken[];
}

/**
 * The label of values whose label is broken over the lines before and after them (PDF text): the pieces, without the debris of
 * merged group cells, must join to a wording of the form exactly.
 */
function labelAround(
  segments: readonly Segment[],
  at: number,
  table: TableId,
  used: Set<Segment>,
  rowsKnown: boolean,
  reach: number,
): { readonly label: BoundLabel; readonly used: readonly Segment[] } | undefined {
  const hasSubRows = hasOtherSubRows(segments);
  const { texts } = segments[at]!;
  const own = withoutDebris(texts, hasSubRows);
  const before: Pieces[] = [];
  for (let i = at - 1; i >= 0 && before.length < reach + 3; i--) {
    const s = segments[i]!;
    if (hasValues(s) || used.has(s) || s.label) break;
    // A label behind numbers on their line may be those numbers' own, or the next line's: nothing tells.
    if (rowsKnown && segments[i - 1]?.row === s.row && withoutDebris(s.texts, hasSubRows).length > 0) break;
    before.unshift({ segment: s, tokens: withoutDebris(s.texts, hasSubRows) });
  }
  const after: Pieces[] = [];
  for (let i = at + 1; i < segments.length && after.length < reach; i++) {
    const s = segments[i]!;
    if (hasValues(s) || used.has(s) || s.label) break;
    after.push({ segment: s, tokens: withoutDebris(s.texts, hasSubRows) });
  }
  const labelWith = (pre: readonly Pieces[], middle: readonly CellToken[], post: readonly Pieces[]) => {
    const above = [...pre.flatMap((p) => p.tokens), ...middle];
    if (above.length === 0) return undefined;
    const tokens = [...above, ...post.flatMap((p) => p.tokens)];
    return suffixLabel(tokens, pre.length > 0 ? pre[0]!.tokens.length : middle.length, table);
  };
  let best: { label: BoundLabel; used: Segment[]; left: number } | undefined;
  let rival = false;
  for (let a = 0; a <= before.length; a++) {
    for (let b = 0; b <= after.length; b++) {
      // A label never stands below its values altogether: those lines are the next row's.
      if (a === 0 && (own.length === 0 || b === 0)) continue;
      const pre = before.slice(before.length - a);
      const post = after.slice(0, b);
      // What looks like the end of a group's name (`公开`) may be that of the row's.
      const found = labelWith(pre, own, post) ?? (own.length < texts.length ? labelWith(pre, texts, post) : undefined);
      if (!found) continue;
      if (best && best.label.match.id !== found.match.id && found.text.length === best.label.text.length) rival = true;
      if (!best || found.text.length > best.label.text.length) {
        best = { label: found, used: [...pre, ...post].map((p) => p.segment), left: before.length - a };
        rival = false;
      }
    }
  }
  if (!best || rival) return undefined;
  // Pieces of another label left over above make it uncertain whose values these are; above the first row they are the header.
  const left = before.slice(0, best.left);
  const above = isGroupInPieces(left.flatMap((p) => p.segment.texts)) ? [] : left.flatMap((p) => p.tokens);
  const isFirst = !segments.slice(0, at).some((s) => countValues(s) > 0);
  const doubtful = isFirst ? labelsAmong(above, table).length > 0 : above.some((t) => /[\u4e00-\u9fff]/.test(t.text));
  return doubtful ? undefined : best;
}

/** A row of values, blank ones too. */
function hasValues(segment: Segment): boolean {
  return countValues(segment) > 0 || (segment.texts.length === 0 && segment.values.length > 0);
}
