import { trimSpan, type Line } from '../text/lines';
import type { Layout, RawCell } from './layout';
import { endsWithValue } from './pdfText';

/** One cell a line and nothing else: neither rows nor empty cells can be seen. */
export const plainCells: Layout = {
  id: 'plainCells',
  most: 0.8,
  score: (text, lines) => lonelyNumbers(text, lines) * (blankLineShare(text, lines) < 0.3 ? 0.8 : 0.5),
  read: (text, lines) => ({ layout: 'plainCells', rows: [lineCells(text, lines)], rowsKnown: false, showsBlanks: false }),
};

export function lineCells(text: string, lines: readonly Line[]): RawCell[] {
  return lines.map((l) => trimSpan(text, l.start, l.end)).filter((c) => c.end > c.start);
}

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
    if (/^\s*(?:[\d.,０-９]+|[无/—-])\s*$/.test(content)) alone++;
    if (endsWithValue.test(content)) numbered++;
  }
  return numbered === 0 ? 0.1 : alone / numbered;
}

export function blankLineShare(text: string, lines: readonly Line[]): number {
  const inner = lines.slice(1, -1);
  return inner.length === 0 ? 0 : inner.filter((l) => trimSpan(text, l.start, l.end).end === l.start).length / inner.length;
}
