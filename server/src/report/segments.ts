import { forms, type TableId } from '../form/form';
import type { RawGrid } from '../layouts/layout';
import { isGroupDebris, labelMatches, nearLabelMatches, type LabelMatch } from './labels';
import { isBlank, isText, isValue, type Token, type TokenRow } from './tokens';

/** A label with its place: one token, or several that an extractor broke it into. */
export interface BoundLabel {
  readonly match: LabelMatch;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Text tokens and the values that follow them: what may be one row of the form. Values hold the blanks between and after them as
 * the layout shows them.
 */
export interface Segment {
  /** Index of the layout's row that it stands in; all segments of a text without row breaks have the same. */
  readonly row: number;
  readonly texts: readonly Token[];
  readonly values: readonly Token[];
  /** The field of the layout's row where the last text stands. */
  readonly field: number;
  /** The values end with the layout's row, or where it shows no rows at a label; else something unknown cut them off. */
  readonly closed: boolean;
  /** The row label, where it is known. */
  label?: BoundLabel;
}

export function segmentsOf(rows: readonly TokenRow[], rowsKnown: boolean): Segment[] {
  const segments: Segment[] = [];
  rows.forEach((row, index) => {
    let texts: Token[] = [];
    let values: Token[] = [];
    let field = 0;
    row.tokens.forEach((token, at) => {
      if (isText(token)) {
        if (values.some(isValue) || (values.length > 0 && isRowLabel(texts.at(-1)))) {
          segments.push({ row: index, texts, values, field, closed: !rowsKnown && token.labels.length > 0 });
          texts = [];
        }
        values = [];
        field = at;
        texts.push(token);
      } else values.push(token);
    });
    if (texts.length > 0 || values.some((v) => !isBlank(v)) || values.length > 3)
      segments.push({ row: index, texts, values, field, closed: true });
  });
  return segments;
}

/** （六） heads three rows here; in the form of 2019 it is a row itself. */
export function hasOtherSubRows(segments: readonly Segment[]): boolean {
  return segments.some((s) =>
    s.texts.some((t) => t.labels.some((l) => l.kind === 'row' && l.id.startsWith('other.') && !l.weak)),
  );
}

function isRowLabel(token: Token | undefined): boolean {
  return token !== undefined && token.labels.some((l) => l.kind === 'row' && !l.weak);
}

export function countValues(segment: Segment): number {
  return segment.values.reduce((n, v) => n + (isValue(v) ? 1 : 0), 0);
}

/**
 * Names the rows: first by a label that stands whole before its values, then by labels that the text breaks over lines around
 * them, last by labels with a few wrong characters. What stays nameless is not guessed here. Gives back the rows whose label stands on other lines.
 */
export function nameSegments(
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
  const misled = grid.rowsKnown && !grid.showsBlanks ? nameByOrder(segments, table, expected, used) : new Set<Segment>();
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!;
    const count = segment.texts.length === 0 && countValues(segment) === 0 ? segment.values.length : countValues(segment);
    if (segment.label || count === 0 || !expected(count)) continue;
    const label = labelAround(segments, i, table, used, grid.rowsKnown, grid.layout === 'pdfText' || !grid.showsBlanks ? 4 : 3);
    // Where values stand above their labels, a label above values is the one of the values before.
    if (label && !(misled.has(segment) && label.end < segment.values[0]!.start)) {
      segment.label = label;
      around.push(segment);
    }
  }
  for (const segment of segments) {
    const count = countValues(segment);
    if (segment.label || segment.texts.length === 0 || count === 0 || !expected(count)) continue;
    const label = nearLabelBefore(segment, table);
    if (label) segment.label = label;
  }
  return around;
}

/**
 * Names rows whose values stand on lines of their own between two rows known for sure: as many lines of values as the form has rows
 * there, and their labels in the form's order, above, below or around the values. Gives back the values whose stretch is like that
 * but does not come out even: there a label above values need not be theirs.
 */
function nameByOrder(
  segments: readonly Segment[],
  table: TableId,
  expected: (count: number) => boolean,
  used: Set<Segment>,
): ReadonlySet<Segment> {
  const misled = new Set<Segment>();
  const order = orderOf(table, hasOtherSubRows(segments));
  const known = segments.flatMap((s, i) => (s.label && expected(countValues(s)) ? [i] : []));
  known.forEach((from, k) => {
    const to = known[k + 1];
    const inner = segments.slice(from + 1, to);
    const values = inner.filter((s) => countValues(s) > 0);
    const firstText = inner.findIndex((s) => withoutDebris(s.texts, true).length > 0);
    if (values.length === 0 || (firstText >= 0 && firstText < inner.indexOf(values[0]!))) return;
    const after = to === undefined ? order.length : order.indexOf(segments[to]!.label!.match.id);
    const rows = order.slice(order.indexOf(segments[from]!.label!.match.id) + 1, after);
    const labels = labelsInOrder(inner, rows, table);
    if (!labels || values.length !== rows.length || values.some((s) => s.texts.length > 0 || !expected(countValues(s)))) {
      values.forEach((s) => misled.add(s));
      return;
    }
    inner.forEach((s) => used.add(s));
    values.forEach((s, i) => (s.label = labels[i]!));
  });
  return misled;
}

/** The labels that the texts join to, if they are those of the rows one after the other. */
function labelsInOrder(segments: readonly Segment[], rows: readonly string[], table: TableId): BoundLabel[] | undefined {
  const tokens = segments.flatMap((s) => withoutDebris(s.texts, true));
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

/** The rows of a table in the order of both forms; `other` stands only where its three rows do not. */
function orderOf(table: TableId, hasSubRows: boolean): readonly string[] {
  const rows = forms['2021'].tables[table].rows.map((r) => r.id);
  if (table !== 'applications' || hasSubRows) return rows;
  return rows
    .filter((id) => id !== 'other.correctionLapsed' && id !== 'other.feeLapsed')
    .map((id) => (id === 'other.miscellaneous' ? 'other' : id));
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
    const found = labelOf(texts.slice(from), table, hasValues);
    if (found && (!best || found.match.match === 'exact' || best.match.match !== 'exact')) best = found;
  }
  return best;
}

/** The row whose label the last texts are but for a few characters. */
function nearLabelBefore(segment: Segment, table: TableId): BoundLabel | undefined {
  const { texts } = segment;
  for (let from = texts.length - 1; from >= Math.max(0, texts.length - 6); from--) {
    const joined = texts
      .slice(from)
      .map((t) => t.text)
      .join('');
    const near = nearLabelMatches(joined, table).find((m) => m.kind === 'row');
    if (near) return bound(near, texts.slice(from));
  }
  return undefined;
}

function labelOf(tokens: readonly Token[], table: TableId, weakToo: boolean): BoundLabel | undefined {
  const matches =
    tokens.length === 1 ? tokens[0]!.labels : labelMatches(tokens.map((t) => t.text).join('')).filter((m) => m.table === table);
  const rows = matches.filter((m) => m.kind === 'row' && !m.weak);
  const match = rows.find((m) => m.match === 'exact') ?? rows[0] ?? (weakToo ? matches.find((m) => m.kind === 'row') : undefined);
  return match && bound(match, tokens);
}

function bound(match: LabelMatch, tokens: readonly Token[]): BoundLabel {
  const start = Math.min(...tokens.map((t) => t.start));
  const end = Math.max(...tokens.map((t) => t.end));
  return { match, start, end, text: tokens.map((t) => t.text).join('') };
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
): BoundLabel | undefined {
  const hasSubRows = hasOtherSubRows(segments);
  const own = withoutDebris(segments[at]!.texts, hasSubRows);
  const before: { segment: Segment; tokens: readonly Token[] }[] = [];
  for (let i = at - 1; i >= 0 && before.length < reach + 3; i--) {
    const s = segments[i]!;
    if (hasValues(s) || used.has(s) || s.label) break;
    // A label behind numbers on their line may be those numbers' own, or the next line's: nothing tells.
    if (rowsKnown && segments[i - 1]?.row === s.row && withoutDebris(s.texts, hasSubRows).length > 0) break;
    before.unshift({ segment: s, tokens: withoutDebris(s.texts, hasSubRows) });
  }
  const after: { segment: Segment; tokens: readonly Token[] }[] = [];
  for (let i = at + 1; i < segments.length && after.length < reach; i++) {
    const s = segments[i]!;
    if (hasValues(s) || used.has(s) || s.label) break;
    after.push({ segment: s, tokens: withoutDebris(s.texts, hasSubRows) });
  }
  let best: { label: BoundLabel; used: Segment[]; left: number } | undefined;
  let rival = false;
  for (let a = 0; a <= before.length; a++) {
    for (let b = 0; b <= after.length; b++) {
      // A label never stands below its values altogether: those lines are the next row's.
      if (a === 0 && (own.length === 0 || b === 0)) continue;
      const pre = before.slice(before.length - a);
      const post = after.slice(0, b);
      const above = [...pre.flatMap((p) => p.tokens), ...own];
      if (above.length === 0) continue;
      const tokens = [...above, ...post.flatMap((p) => p.tokens)];
      const found = suffixLabel(tokens, pre.length > 0 ? pre[0]!.tokens.length : own.length, table);
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
  const above = before.slice(0, best.left).flatMap((p) => p.tokens);
  const isFirst = !segments.slice(0, at).some((s) => countValues(s) > 0);
  const doubtful = above.some((t) =>
    isFirst ? t.labels.some((l) => l.kind === 'row' && !l.weak) : /[\u4e00-\u9fff]/.test(t.text),
  );
  if (doubtful) return undefined;
  for (const s of best.used) used.add(s);
  return best.label;
}

/** A row of values, blank ones too. */
function hasValues(segment: Segment): boolean {
  return countValues(segment) > 0 || (segment.texts.length === 0 && segment.values.length > 0);
}

/** The label that the tokens join to, with up to all but one of the first line's pieces left out at the front. */
function suffixLabel(tokens: readonly Token[], firstLine: number, table: TableId): BoundLabel | undefined {
  for (let from = 0; from < Math.max(1, firstLine); from++) {
    const found = labelOf(tokens.slice(from), table, false);
    if (found) return found;
  }
  return undefined;
}

function withoutDebris(tokens: readonly Token[], hasSubRows: boolean): readonly Token[] {
  const isGroup = (t: Token) =>
    t.labels.some((l) => l.kind === 'group') && (hasSubRows || !t.labels.some((l) => l.kind === 'row'));
  return tokens.filter((t) => !isGroupDebris(t.text) && !isInventedHeader(t.text) && !isGroup(t));
}

/** Column names that a converter made up: `数据1`, `列2`, `Column 3`. */
function isInventedHeader(text: string): boolean {
  return /^(?:数据|列|字段|值|col(?:umn)?|field|value)\s*\d{0,2}$/i.test(text);
}
