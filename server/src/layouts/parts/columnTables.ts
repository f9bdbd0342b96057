import { isSpace, trimSpan, type Line } from '../../text/lines';
import { holdsNumbersApart } from '../../text/number';
import { isNumber } from '../layout';
import { drawnRow, measures, widthOf, type DrawnCell, type DrawnTable, type Measure, type OpenRow } from './drawnRows';

/**
 * The tables whose columns a line of strokes shows, a run of them for each (`------ ----`): a header above it, and rows below it, one a
 * line, or set apart by blank lines where their cells take several.
 */
export function columnTables(text: string, lines: readonly Line[]): DrawnTable[] {
  const tables: DrawnTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const columns = columnsOf(text, lines[at]!);
    const table = columns && tableAround(text, lines, at, columns, tables.at(-1)?.endLine ?? 0);
    if (!table) continue;
    tables.push(table);
    at = table.endLine - 1;
  }
  return tables;
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** The runs of strokes that a line is; undefined where it is anything else or a single run. */
function columnsOf(text: string, line: Line): Column[] | undefined {
  if (!isStrokes(text, line)) return undefined;
  const runs = [...text.slice(line.start, line.end).matchAll(/[-=]+/g)];
  return runs.length > 1 && runs.every(([run]) => run.length > 1)
    ? runs.map((run) => ({ left: run.index, right: run.index + run[0].length }))
    : undefined;
}

function isStrokes(text: string, { start, end }: Line): boolean {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return end - at > 4 && (text[at] === '-' || text[at] === '=') && /^(?:-[- ]+|=[= ]+)$/.test(text.slice(at, end));
}

function tableAround(
  text: string,
  lines: readonly Line[],
  at: number,
  columns: readonly Column[],
  from: number,
): DrawnTable | undefined {
  const isClosed = (i: number) => i >= from && i < lines.length && isStrokes(text, lines[i]!);
  for (const measure of measures) {
    const header: DrawnCell[][] = [];
    const body: DrawnCell[][] = [];
    let first = at;
    for (; first > from && !isClosed(first - 1); first--) {
      const cells = cellsOf(text, lines[first - 1]!, first - 1, columns, measure);
      if (!cells || isBlank(cells)) break;
      header.unshift(cells);
    }
    let end = at + 1;
    for (; end < lines.length && !isClosed(end); end++) {
      const cells = cellsOf(text, lines[end]!, end, columns, measure);
      if (!cells) break;
      body.push(cells);
    }
    if (!isClosed(end)) {
      // Below a header of one line the rows, one a line, may end with a blank line instead.
      const blank = body.findIndex(isBlank);
      if (header.length !== 1 || body.length === 0 || (blank < 0 && end < lines.length)) continue;
      if (blank >= 0) body.length = blank;
      end = at + body.length;
    }
    const rows = rowsOf(text, body, at + 1);
    breakOvergrown(text, rows);
    breakShifted(text, rows, measure);
    const [above, ...rest] = header;
    if (above) {
      const row: OpenRow = { endLine: first + 1, cells: above, isBroken: false };
      for (const cells of rest) goOn(row, cells);
      rows.unshift(row);
    }
    return { firstLine: isClosed(first - 1) ? first - 1 : first, endLine: end + 1, rows: rows.map((row) => drawnRow(text, row)) };
  }
  return undefined;
}

/** The cells of a line by its columns; undefined where something stands between two columns. */
function cellsOf(text: string, line: Line, index: number, columns: readonly Column[], measure: Measure): DrawnCell[] | undefined {
  const starts: number[] = [];
  let at = line.start;
  for (let x = 0; at < line.end; at++) {
    const next = columns[starts.length];
    if (next && x >= next.left) {
      if (x > next.left) return undefined;
      starts.push(at);
    }
    const right = starts.length < columns.length ? (columns[starts.length - 1]?.right ?? 0) : Infinity;
    x += widthOf(text.charCodeAt(at), measure);
    if (x > right && !isSpace(text.charCodeAt(at))) return undefined;
  }
  return columns.map(({ left, right }, i) => {
    const start = starts[i] ?? line.end;
    const piece = trimSpan(text, start, starts[i + 1] ?? line.end);
    const pieces = piece.end > piece.start ? [{ line: index, ...piece }] : [];
    return { left, right, place: start, pieces };
  });
}

/** A line is a row; where blank lines part the lines, those between two are one. */
function rowsOf(text: string, lines: readonly (readonly DrawnCell[])[], first: number): OpenRow[] {
  const takesLines = lines.some(isBlank);
  const rows: OpenRow[] = [];
  let open: OpenRow | undefined;
  lines.forEach((cells, i) => {
    if (isBlank(cells) || isStrayNumber(text, cells)) open = undefined;
    else if (open) goOn(open, cells);
    else {
      const row = { endLine: first + i + 1, cells: [...cells], isBroken: false };
      rows.push(row);
      if (takesLines) open = row;
    }
  });
  return rows;
}

function isBlank(cells: readonly DrawnCell[]): boolean {
  return cells.every((cell) => cell.pieces.length === 0);
}

/** A number alone in the first column may be a page's. */
function isStrayNumber(text: string, cells: readonly DrawnCell[]): boolean {
  const filled = cells.flatMap((cell) => cell.pieces);
  return filled.length === 1 && cells[0]!.pieces.length === 1 && isNumber(text, filled[0]!.start, filled[0]!.end);
}

function goOn(row: OpenRow, cells: readonly DrawnCell[]): void {
  row.endLine++;
  row.cells.forEach((cell, i) => cell.pieces.push(...cells[i]!.pieces));
}

/** A row that has several numbers in one of its columns lost its own columns. */
function breakOvergrown(text: string, rows: readonly OpenRow[]): void {
  const isOvergrown = ({ pieces }: DrawnCell) => pieces.some(({ start, end }) => holdsNumbersApart(text.slice(start, end)));
  for (const row of rows) row.isBroken ||= row.cells.some(isOvergrown);
}

/** How far the ends of a number lie from where its column begins: each way to align numbers keeps one of these for all of them. */
type Alignment = (from: number, to: number) => number;

const alignments: readonly Alignment[] = [(from) => from, (_, to) => to, (from, to) => Math.floor((from + to) / 2)];

/** Rows in which an edit moved the numbers out of their columns are not read: they may stand in others. */
function breakShifted(text: string, rows: readonly OpenRow[], measure: Measure): void {
  for (let column = 0; column < (rows[0]?.cells.length ?? 0); column++) {
    const numbers = rows.flatMap((row) => {
      const cell = row.cells[column]!;
      const [piece] = cell.pieces;
      if (!piece || !isNumber(text, piece.start, piece.end)) return [];
      const from = widthBetween(text, cell.place, piece.start, measure);
      return [
        { row, places: alignments.map((place) => place(from, from + widthBetween(text, piece.start, piece.end, measure))) },
      ];
    });
    const usual = alignments.map((_, a) => mostCommon(numbers.map(({ places }) => places[a]!)));
    const best = usual.reduce((one, other) => (other.count > one.count ? other : one));
    const by = usual.indexOf(best);
    for (const { row, places } of numbers) if (places[by] !== best.value) row.isBroken = true;
  }
}

function mostCommon(values: readonly number[]): { readonly value: number | undefined; readonly count: number } {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [value, count]: [number | undefined, number] = [undefined, 0];
  for (const [one, times] of counts) if (times > count) [value, count] = [one, times];
  return { value, count };
}

function widthBetween(text: string, from: number, to: number, measure: Measure): number {
  let width = 0;
  for (let at = from; at < to; at++) width += widthOf(text.charCodeAt(at), measure);
  return width;
}
