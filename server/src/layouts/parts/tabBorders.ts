import { trimSpan, type Line } from '../../text/lines';
import type { RawCell } from '../layout';

/**
 * Whether tabs stand between the cells, on lines of their own, instead of beginning them. One cell may yet stand behind its tab: a value
 * that somebody typed there.
 */
export function areBorders(text: string, lines: readonly Line[]): boolean {
  return lines.filter(({ start, end }) => /\t[^\t]*\S/.test(text.slice(start, end))).length <= 1;
}

/**
 * A page as a browser gives its text, where cells hold paragraphs: a tab on a line of its own between two cells, one blank line at either
 * side of it and between two paragraphs of a cell, and more blank lines between rows. A paragraph may be empty as well, so that more
 * blank lines beside a tab do not tell by themselves whether a row ends there.
 */
export function rowsBetweenTabs(text: string, lines: readonly Line[]): RawCell[][] {
  const parts = partsOf(text, lines);
  const rows: RawCell[][] = [];
  let row: RawCell[] = [];
  let isOpen = true;
  parts.forEach((part, i) => {
    let place = part.blankLines[0] ?? parts[i - 1]?.end ?? part.start;
    if (endsRowBefore(text, parts, i, row)) {
      if (isOpen) row.push(emptyAt(place));
      rows.push(row);
      row = [];
      isOpen = true;
      place = part.blankLines.at(-1)!;
    }
    if (part.isTab) {
      if (isOpen) row.push(emptyAt(place));
      isOpen = true;
    } else if (isOpen) {
      row.push({ start: part.start, end: part.end });
      isOpen = false;
    } else row[row.length - 1] = { start: row.at(-1)!.start, end: part.end };
  });
  if (isOpen && row.length > 0) row.push(emptyAt(parts.at(-1)!.end));
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A line of a cell, or a tab between two cells, and where the blank lines before it stand. */
interface Part extends RawCell {
  readonly isTab: boolean;
  readonly blankLines: readonly number[];
}

function partsOf(text: string, lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  let blankLines: number[] = [];
  for (const line of lines) {
    const { start, end } = trimSpan(text, line.start, line.end);
    const tab = text.slice(line.start, line.end).indexOf('\t');
    if (end === start && tab < 0) {
      blankLines.push(line.start);
      continue;
    }
    if (tab >= 0) parts.push({ start: line.start + tab, end: line.start + tab + 1, isTab: true, blankLines });
    if (end > start) parts.push({ start, end, isTab: false, blankLines: tab < 0 ? blankLines : [] });
    blankLines = [];
  }
  return parts;
}

/**
 * Beside a tab a row ends where what stands at the two sides belongs to different rows: a blank last cell, then words; or a row of
 * column names, then a blank cell and numbers.
 */
function endsRowBefore(text: string, parts: readonly Part[], at: number, row: readonly RawCell[]): boolean {
  const part = parts[at]!;
  const before = parts[at - 1];
  if (!before || part.blankLines.length < blankLinesBetweenRows) return false;
  if (!part.isTab) return !before.isTab || !isValue(text, part);
  const next = parts.slice(at + 1, at + 20).find(({ isTab }) => !isTab);
  if (before.isTab || row.length <= mostLabels || !next || !isValue(text, next)) return false;
  return !row.some((cell) => isValue(text, cell));
}

const blankLinesBetweenRows = 3;
/** A row begins with that many labels at most: its group's, its own, and one that was merged with it. */
const mostLabels = 3;

function isValue(text: string, { start, end }: RawCell): boolean {
  return /^[\d０-９.,，+\-—–/无空]*$/.test(text.slice(start, end));
}

function emptyAt(place: number): RawCell {
  return { start: place, end: place };
}
