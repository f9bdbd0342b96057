/** Offsets where the lines of a text start; line ends are LF, CRLF or CR, as in the language server protocol. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  const hasReturn = text.includes('\r');
  if (!hasReturn) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) i++;
      starts.push(i + 1);
    }
  }
  return starts;
}

/** One line without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text from `from` to `to`, without their line ends. */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const starts = lineStarts(from === 0 && to === text.length ? text : text.slice(from, to));
  return starts.map((start, i) => {
    let end = i + 1 < starts.length ? starts[i + 1]! + from : to;
    while (end > start + from && isLineEnd(text.charCodeAt(end - 1))) end--;
    return { start: start + from, end };
  });
}

/** A line that holds a whole table has more than this many bars. */
const gluedBars = 24;

/**
 * The lines as they are read: one that holds a whole table, or several, between its bars (a web page that lost its line ends) is
 * taken apart after each bar.
 */
export function readingLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const line of linesOf(text)) {
    if (line.end - line.start > 120) lines.push(...readingPieces(text, line));
    else lines.push(line);
  }
  return lines;
}

/** The lines that one line of the text is read as: its pieces where it holds a table, else itself. */
export function readingPieces(text: string, line: Line): Line[] {
  if (line.end - line.start <= 300) return [line];
  const pieces: Line[] = [];
  let at = line.start;
  for (let bar = text.indexOf('|', at); bar >= 0 && bar < line.end; bar = text.indexOf('|', at)) {
    pieces.push({ start: at, end: bar + 1 });
    at = bar + 1;
  }
  if (at < line.end) pieces.push({ start: at, end: line.end });
  return pieces.length > gluedBars ? pieces : wordsOfTable(text, line);
}

/** The words of a line that holds the rows of a table one behind the other (a web page that was joined with blanks), else the line. */
function wordsOfTable(text: string, line: Line): Line[] {
  if (!holdsTables(text.slice(line.start, line.end))) return [line];
  const words: Line[] = [];
  word.lastIndex = line.start;
  for (let found = word.exec(text); found && found.index < line.end; found = word.exec(text)) {
    words.push({ start: found.index, end: Math.min(line.end, found.index + found[0].length) });
  }
  return words;
}

/** Words between blanks; an ordinal that lost its mark to the next word stays with it. */
const word = /\d[^\S\r\n]+[.．、]\S*|\S+/g;

/**
 * Whether all tables stand in the line, with most of their rows: the rows of few numbers first, then those of seven, then the row of fifteen.
 * What is cut by a page or lacks blanks between its numbers is none.
 */
function holdsTables(line: string): boolean {
  const longest = rowOfFifteen.exec(line);
  if (!longest) return false;
  const rows = [...line.slice(0, longest.index).matchAll(rowOfSeven)];
  const first = rows[0]?.index ?? 0;
  return rows.length >= fewestRowsOfSeven && (line.slice(0, first).match(shortRow)?.length ?? 0) >= fewestShortRows;
}

/** A label's last character and its numbers, before the next label or its ordinal. */
const shortRow = /[^\d\s] \d[\d.]*(?: [\d.]+){0,2} (?=\D)/g;
const rowOfSeven = /[^\d\s.,，、] (?:\d+ ){7}(?=[^\d\s]|\d[.．、])/g;
const rowOfFifteen = /[^\d\s] (?:\d+ ){14}\d+(?! ?\d)/;
const fewestShortRows = 6;
const fewestRowsOfSeven = 18;

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** White space of every width, line ends and invisible characters included. */
export function isSpace(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0xfeff ||
    code === 0x202f ||
    code === 0x2028
  );
}

/** The span without white space at its two ends; empty at its start when there is nothing else. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let a = start;
  let b = end;
  while (a < b && isSpace(text.charCodeAt(a))) a++;
  if (a === b) return { start, end: start };
  while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
  return { start: a, end: b };
}

/** Whether nothing but white space follows. */
export function isBlankFrom(text: string, from: number): boolean {
  return text.slice(from).trim() === '';
}
