import type { TableId } from '../../form/form';
import { isGroupDebris, labelMatches, type LabelMatch } from '../labels';
import type { CellToken } from './cellTokens';
import type { BoundLabel } from './segments';

/** The row's label that the tokens join to; with `weakToo` also one too short to mean it on its own. */
export function labelOf(tokens: readonly CellToken[], table: TableId, weakToo: boolean): BoundLabel | undefined {
  const matches =
    tokens.length === 1 ? tokens[0]!.labels : labelMatches(tokens.map((t) => t.text).join('')).filter((m) => m.table === table);
  const rows = matches.filter((m) => m.kind === 'row' && !m.weak);
  const match = rows.find((m) => m.match === 'exact') ?? rows[0] ?? (weakToo ? matches.find((m) => m.kind === 'row') : undefined);
  return match && boundLabel(match, tokens);
}

export function boundLabel(match: LabelMatch, tokens: readonly CellToken[]): BoundLabel {
  const start = Math.min(...tokens.map((t) => t.start));
  const end = Math.max(...tokens.map((t) => t.end));
  return { match, start, end, text: tokens.map((t) => t.text).join('') };
}

/** The label that the tokens join to, with up to all but one of the first line's pieces left out at the front. */
export function suffixLabel(tokens: readonly CellToken[], firstLine: number, table: TableId): BoundLabel | undefined {
  for (let from = 0; from < Math.max(1, firstLine); from++) {
    const found = labelOf(tokens.slice(from), table, false);
    if (found) return found;
  }
  return undefined;
}

/** The rows' labels that the tokens hold, whole or in pieces: each as its tokens. */
export function labelsAmong(tokens: readonly CellToken[], table: TableId): readonly (readonly CellToken[])[] {
  const labels: (readonly CellToken[])[] = [];
  for (let at = 0; at < tokens.length; ) {
    const ends = Array.from({ length: Math.min(8, tokens.length - at) }, (_, n) => at + n + 1);
    const end = ends.findLast((e) => labelOf(tokens.slice(at, e), table, false));
    if (end) labels.push(tokens.slice(at, end));
    at = end ?? at + 1;
  }
  return labels;
}

/** The tokens that can be pieces of a row's label: no group, no scrap of a vertical word, no invented header. */
export function withoutDebris(tokens: readonly CellToken[], hasSubRows: boolean): readonly CellToken[] {
  const isGroup = (t: CellToken) =>
    t.labels.some((l) => l.kind === 'group') && (hasSubRows || !t.labels.some((l) => l.kind === 'row'));
  return tokens.filter((t) => !isGroupDebris(t.text) && !isInventedHeader(t.text) && !isGroup(t));
}

/** A merged group cell that is broken over lines. */
export function isGroupInPieces(tokens: readonly CellToken[]): boolean {
  return tokens.length > 1 && labelMatches(tokens.map((t) => t.text).join('')).some((l) => l.kind === 'group');
}

/** Column names that a converter made up: `数据1`, `列2`, `Column 3`. */
function isInventedHeader(text: string): boolean {
  return /^(?:数据|列|字段|值|col(?:umn)?|field|value)\s*\d{0,2}$/i.test(text);
}
