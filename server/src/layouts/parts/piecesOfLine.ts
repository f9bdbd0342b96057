import { isSpace, trimSpan, type Line } from '../../text/lines';
import type { RawCell } from '../layout';

/** A line whose last piece is a number or a placeholder. */
export const endsWithValue = /(?:^|\s)(?:[\d.,０-９]+|[无/—-])\s*$/;

/** A line that ends with as many digits as all numbers of a row together have at least, right behind the words if there are any. */
export const endsWithJoinedRow = /(?:^|[\u4e00-\u9fff）)”])\d{7,}\s*$/;

/** The runs of characters between blanks. */
export function piecesOfLine(text: string, line: Line): RawCell[] {
  const pieces: RawCell[] = [];
  for (let i = line.start; i < line.end; ) {
    if (isSpace(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const last = pieces.at(-1);
    const goesOn =
      text[i] === '.' &&
      last &&
      /^[\d,０-９]+$/.test(text.slice(last.start, last.end)) &&
      /^\.\d+\s/.test(text.slice(i, line.end) + ' ');
    const start = goesOn ? pieces.pop()!.start : i;
    while (i < line.end && !isGap(text.charCodeAt(i))) i++;
    i = closingBracket(text, start, i, line.end);
    pieces.push(trimSpan(text, start, i));
  }
  return withoutGlue(text, pieces);
}

/** White space that a person sees: invisible characters, which some pages put between any two others, set nothing apart. */
function isGap(code: number): boolean {
  return isSpace(code) && !(code >= 0x200b && code <= 0x200f) && code !== 0xfeff;
}

/**
 * A number that touches the words before it is a piece of its own where only numbers follow it on the line, or where it is as
 * long as all numbers of a row together.
 */
function withoutGlue(text: string, pieces: readonly RawCell[]): RawCell[] {
  const at = pieces.findLastIndex((p) => !/^[\d.,０-９]+$/.test(text.slice(p.start, p.end)));
  const last = pieces[at];
  const number = at < pieces.length - 1 ? gluedNumber : gluedRow;
  const glued = last ? number.exec(text.slice(last.start, last.end)) : null;
  if (!glued) return [...pieces];
  const border = last!.start + glued[1]!.length;
  return [
    ...pieces.slice(0, at),
    { start: last!.start, end: border },
    { start: border, end: last!.end },
    ...pieces.slice(at + 1),
  ];
}

const gluedNumber = /^(.*[\u4e00-\u9fff）)”])([\d０-９]+)$/;
const gluedRow = /^(.*[\u4e00-\u9fff）)”])(\d{7,})$/;

/** A number's remark in brackets (`22（其中修订 16 件）`) stays with it, blanks inside and all. */
function closingBracket(text: string, start: number, end: number, lineEnd: number): number {
  const piece = text.slice(start, end);
  if (!/^[\d,.０-９]+[（(][^）)]*$/.test(piece)) return end;
  const close = /[）)]/.exec(text.slice(end, Math.min(lineEnd, end + 40)));
  return close ? end + close.index + 1 : end;
}
