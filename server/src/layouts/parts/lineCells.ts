import { trimSpan, type Line } from '../../text/lines';
import type { RawCell } from '../layout';
import { endsWithJoinedRow, endsWithValue } from './piecesOfLine';

/** The cells of lines that hold one each, in one row. */
export function lineCells(text: string, lines: readonly Line[]): RawCell[] {
  const cells: RawCell[] = [];
  for (const line of lines) {
    for (const cell of cellsOfLine(text, trimSpan(text, line.start, line.end))) {
      const last = cells.at(-1);
      if (last && isOrdinalOf(text, last, cell)) cells[cells.length - 1] = { start: last.start, end: cell.end };
      else cells.push(cell);
    }
  }
  return cells;
}

/** A label's ordinal on a line of its own, its mark on the next: `1`, `．属于国家秘密`. */
function isOrdinalOf(text: string, ordinal: RawCell, cell: RawCell): boolean {
  if (ordinal.end - ordinal.start !== 1 || !'.．、'.includes(text[cell.start]!)) return false;
  return /^[1-9１-９]$/.test(text[ordinal.start]!) && /^[.．、][^\S\n]*[\u4e00-\u9fff]/.test(text.slice(cell.start, cell.end));
}

/** A line is a cell; a number that stands behind a label on its line is one of its own, and so are numbers far apart. */
function cellsOfLine(text: string, line: RawCell): readonly RawCell[] {
  if (line.end <= line.start) return [];
  const content = text.slice(line.start, line.end);
  if (numbersApart.test(content)) {
    return [...content.matchAll(/\S+/g)].map(({ 0: number, index }) => {
      const start = line.start + index;
      return { start, end: start + number.length };
    });
  }
  const label = /^(.*[\u4e00-\u9fff）)”])[^\S\n]+[\d０-９][\d.,０-９]*$/.exec(content)?.[1];
  if (label === undefined) return [line];
  const border = line.start + label.length;
  return [{ start: line.start, end: border }, trimSpan(text, border, line.end)];
}

const numbersApart = /^[\d.,０-９]+(?:[^\S\n]{2,}[\d.,０-９]+)+$/;

/** Share of the lines with numbers that hold one number and nothing else. */
export function lonelyNumbers(text: string, lines: readonly Line[]): number {
  let alone = 0;
  let numbered = 0;
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    if (/[\t|｜│]/.test(content)) {
      if (/[\d０-９]/.test(content)) numbered++;
      continue;
    }
    if (endsWithJoinedRow.test(content)) {
      numbered++;
      continue;
    }
    if (/^\s*(?:[\d.,０-９]+|[无/—-])\s*$/.test(content)) alone++;
    if (endsWithValue.test(content)) numbered++;
  }
  return numbered === 0 ? 0.1 : alone / numbered;
}

/** Share of the lines between the first and the last that are blank. */
export function blankLineShare(text: string, lines: readonly Line[]): number {
  const inner = lines.slice(1, -1);
  return inner.length === 0 ? 0 : inner.filter((l) => trimSpan(text, l.start, l.end).end === l.start).length / inner.length;
}
