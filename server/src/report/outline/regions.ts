import { forms, tableIds, type TableId } from '../../form/form';
import type { RawCell } from '../../layouts/layout';
import { barCells, isSeparator } from '../../layouts/parts/barCells';
import { drawnTables } from '../../layouts/parts/drawnTables';
import { fold } from '../../text/fold';
import { isSpace, trimSpan, type Line } from '../../text/lines';
import { labelMatches } from '../labels';
import { isPageNumber, isWebsiteFurniture } from '../pageFurniture';
import type { FoundHeading } from './headings';

/** The lines of a table: where its labels are, and the values that follow the last of them. */
export interface Region {
  readonly table: TableId;
  readonly firstLine: number;
  /** One past the last line. */
  readonly endLine: number;
}

/**
 * Finds the tables by their labels first and by headings second: from the first label of a table to the last, cut by the headings of
 * other sections and by the labels of other tables.
 */
export function regionsOf(text: string, lines: readonly Line[], headings: readonly FoundHeading[]): Region[] {
  const anchors: (TableId | undefined)[] = lines.map((line) => anchorOf(text, line));
  for (const table of drawnTables(text, lines)) {
    // A rule belongs to the row below it.
    let from = table.firstLine;
    for (const row of table.rows) {
      anchors.fill(anchorOfCells(text, row.cells), from, row.endLine);
      from = row.endLine;
    }
  }
  const headingLines = new Map<number, FoundHeading>();
  let at = 0;
  for (const h of [...headings].sort((a, b) => a.heading.span.start - b.heading.span.start)) {
    while (at + 1 < lines.length && lines[at + 1]!.start <= h.heading.span.start) at++;
    headingLines.set(at, h);
  }
  const regions: Region[] = [];
  for (const table of tableIds) {
    const own = [...headingLines].find(([, h]) => h.section === table)?.[0];
    let first = anchors.findIndex((a, i) => a === table && (own === undefined || i >= own));
    if (first < 0) first = anchors.indexOf(table);
    if (first < 0) {
      const bare = own === undefined ? undefined : bareValues(text, lines, own, headingLines, table);
      if (bare) regions.push(bare);
      continue;
    }
    let last = first;
    for (let i = first; i < lines.length; i++) {
      if (i > first && headingLines.has(i) && headingLines.get(i)!.section !== table && anchors[i] === undefined) break;
      if (anchors[i] === table) last = i;
      else if (anchors[i] !== undefined && isOtherTable(anchors, i, table)) break;
    }
    regions.push({
      table,
      firstLine: leadIn(text, lines, first, headingLines, anchors),
      endLine: tail(text, lines, last, headingLines, anchors, table),
    });
  }
  return regions.filter((r) => r.endLine > r.firstLine);
}

/** A table that lost its labels: nothing but values below its heading. */
function bareValues(
  text: string,
  lines: readonly Line[],
  heading: number,
  headings: ReadonlyMap<number, FoundHeading>,
  table: TableId,
): Region | undefined {
  let numbers = 0;
  let end = heading + 1;
  for (let i = heading + 1; i < lines.length && (headings.get(i)?.section ?? table) === table; i++) {
    if (headings.has(i)) continue;
    const content = withoutBookmarks(text.slice(lines[i]!.start, lines[i]!.end)).trim();
    if (content === '' || isWebsiteFurniture(content)) continue;
    if (!onlyValues.test(content)) {
      if (numbers === 0) continue;
      break;
    }
    numbers += content.match(/[\d０-９]+|[无空]|(?<=[|\s])[-—/](?=[|\s])/g)?.length ?? 0;
    end = i + 1;
  }
  return numbers >= 10 ? { table, firstLine: heading + 1, endLine: end } : undefined;
}

function withoutBookmarks(content: string): string {
  return content.replace(/\[bookmark:[^\]]*\]/g, '');
}

/** A label of another table ends this one when that table goes on; a single stray label does not. */
function isOtherTable(anchors: readonly (TableId | undefined)[], at: number, table: TableId): boolean {
  for (let i = at + 1, seen = 0; i < anchors.length && seen < 3; i++) {
    if (anchors[i] === undefined) continue;
    if (anchors[i] === table) return false;
    seen++;
  }
  return true;
}

/** Header lines that are no labels by themselves stand right above the first label. */
function leadIn(
  text: string,
  lines: readonly Line[],
  first: number,
  headings: ReadonlyMap<number, FoundHeading>,
  anchors: readonly (TableId | undefined)[],
): number {
  let at = first;
  for (let i = first - 1; i >= 0 && first - i <= 4; i--) {
    if (headings.has(i) || anchors[i] !== undefined) break;
    const content = text.slice(lines[i]!.start, lines[i]!.end).trim();
    if (content.includes('勾稽') || content.includes('钩稽')) at = i;
  }
  return at;
}

/** Numbers, placeholders and the marks that set cells apart, and nothing else. */
const onlyValues = /^(?:[\d\s.,/|\-—–:０-９｜│·　]|[无空](?=[\s|｜│]|$))*$/;

/** Values, blanks and short pieces after the last label still belong to the table; prose and headings do not. */
function tail(
  text: string,
  lines: readonly Line[],
  last: number,
  headings: ReadonlyMap<number, FoundHeading>,
  anchors: readonly (TableId | undefined)[],
  table: TableId,
): number {
  let end = last + 1;
  for (let i = last + 1; i < lines.length; i++) {
    if (headings.has(i) || (anchors[i] !== undefined && anchors[i] !== table)) break;
    const span = trimSpan(text, lines[i]!.start, lines[i]!.end);
    const content = withoutBookmarks(text.slice(span.start, span.end));
    if (content === '' && !/[\t|]/.test(text.slice(lines[i]!.start, lines[i]!.end))) continue;
    if (isWebsiteFurniture(content)) continue;
    if (!isTableTail(content, table) && !isSeparator(text, span)) break;
    end = i + 1;
  }
  return end;
}

/** The characters of a table's header: a line of nothing else is a piece of it, however it was broken. */
const headerCharacters = Object.fromEntries(
  tableIds.map((id) => {
    const t = forms['2021'].tables[id];
    const labels = [...t.columns, ...(id === 'disputes' ? t.rows : [])].map((c) => c.label);
    return [id, new Set([...labels, ...t.headings].join(''))];
  }),
) as Record<TableId, Set<string>>;

function isTableTail(content: string, table: TableId): boolean {
  if (onlyValues.test(content) || isPageNumber(content)) return true;
  if (content.includes('|') || content.includes('\t')) return !/[。；]/.test(content);
  if ([...fold(content)].every((c) => headerCharacters[table].has(c))) return true;
  const letters = content.replace(/[\d\s]/g, '');
  return letters.length <= 14 && !/[。；：，,]$/.test(content) && !/^[（(]?[一二三四五六七八九十]+[）)、]/.test(content);
}

/** The table whose label a line holds as a cell or a piece of its own. */
export function anchorOf(text: string, line: Line): TableId | undefined {
  const length = line.end - line.start;
  if (length < 2) return undefined;
  const raw = text.slice(line.start, line.end);
  if (raw.includes('|') || raw.includes('｜') || raw.includes('│')) {
    return anchorOfCells(text, barCells(text, line) ?? []);
  }
  if (raw.includes('\t')) {
    for (const field of raw.split('\t')) {
      const table = tableOfLabel(field.trim());
      if (table) return table;
    }
    return undefined;
  }
  if (length > 260 || raw.includes('。') || raw.includes('；')) return undefined;
  const trimmed = withoutJoinedNumbers(raw.trim().replace(/^#+\s*/, ''));
  if (trimmed.length < 2) return undefined;
  const whole = tableOfLabel(trimmed);
  if (whole || !hasInnerSpace(trimmed)) return whole;
  return anchorOfPieces(trimmed.split(/[\s\u3000]+/));
}

/** The words of a line without the digits that touch their end: extractors run a label and its numbers together. */
function withoutJoinedNumbers(content: string): string {
  return endsWithDigitOrDot(content) ? content.replace(/(?<=[\u4e00-\u9fff）)”])\d[\d.]*$/, '') : content;
}

/** Asked first, for no other line has them. */
function endsWithDigitOrDot(content: string): boolean {
  const last = content.charCodeAt(content.length - 1);
  return last === 0x2e || (last >= 0x30 && last <= 0x39);
}

function anchorOfCells(text: string, cells: readonly RawCell[]): TableId | undefined {
  for (const { start, end, pieces } of cells) {
    const table = tableOfLabel((pieces ?? [{ start, end }]).map((piece) => text.slice(piece.start, piece.end)).join(''));
    if (table) return table;
  }
  return undefined;
}

/** In text from a PDF the pieces of a label, or a label and its values, stand side by side; the first value may touch the label. */
function anchorOfPieces(pieces: readonly string[]): TableId | undefined {
  let end = pieces.length;
  while (end > 0 && /^[\d.,/\-—０-９]+$/.test(pieces[end - 1]!)) end--;
  if (end === 0 || end > 8) return undefined;
  const words = pieces.slice(0, end);
  if (end < pieces.length) words.push(withoutJoinedNumbers(words.pop()!));
  for (let from = 0; from < end; from++) {
    for (let to = end; to > from; to--) {
      const table = tableOfLabel(words.slice(from, to).join(''));
      if (table) return table;
    }
  }
  return undefined;
}

function hasInnerSpace(content: string): boolean {
  for (let i = 0; i < content.length; i++) if (isSpace(content.charCodeAt(i))) return true;
  return false;
}

/** The table that a label belongs to alone; wordings that several tables share or that are everyday words mean none. */
function tableOfLabel(raw: string): TableId | undefined {
  let table: TableId | undefined;
  for (const m of labelMatches(raw)) {
    if (m.weak || (m.kind === 'column' && m.table !== 'proactive' && m.match !== 'exact')) continue;
    if (m.kind === 'column' && (m.id === 'total' || m.id === 'otherOrganisation')) continue;
    if (table !== undefined && table !== m.table) return undefined;
    table = m.table;
  }
  return table;
}
