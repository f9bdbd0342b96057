import { trimSpan, type Line } from '../../text/lines';
import type { Span } from '../../text/span';
import { cellOfPieces, isNumber, type RawCell } from '../layout';

/**
 * The rows of a table as wikis write it: a bar (or `!`) at a line's start opens a cell, `|-` a row, and any other line goes on with the
 * cell above. Undefined where the lines are no such table.
 */
export function wikiRows(text: string, lines: readonly Line[]): RawCell[][] | undefined {
  if (!isWiki(text, lines)) return undefined;
  const rows: Span[][][] = [[]];
  for (const line of lines) {
    const mark = text[line.start];
    if (isRowMark(text, line)) rows.push([]);
    else if ((mark === '|' || mark === '!') && line.end > line.start) rows.at(-1)!.push(...cellsOf(text, line));
    else {
      const piece = trimSpan(text, line.start, line.end);
      if (piece.end > piece.start) rows.at(-1)!.at(-1)?.push(piece);
    }
  }
  return rows
    .flatMap((row) => withoutWordsBelow(text, row))
    .map((row) => row.map(rawCell))
    .filter((row) => row.length > 0);
}

/** Words below a row's last number are no part of its cell: they stand below the table. */
function withoutWordsBelow(text: string, row: Span[][]): Span[][][] {
  const [first, ...rest] = row.at(-1) ?? [];
  const isOfNumber = first && isNumber(text, first.start, first.end) && rest.length > 0;
  if (!isOfNumber || rest.some(({ start, end }) => isNumber(text, start, end))) return [row];
  return [[...row.slice(0, -1), [first]], ...rest.map((piece) => [[piece]])];
}

function isWiki(text: string, lines: readonly Line[]): boolean {
  let [rows, cells, others] = [0, 0, 0];
  for (const line of lines) {
    if (line.end === line.start) continue;
    if (isRowMark(text, line)) rows++;
    else if (text[line.start] === '|' && !/\|\s*$/.test(text.slice(line.start + 1, line.end))) cells++;
    else if (text.slice(line.start, line.end).includes('|')) others++;
  }
  return rows > 0 && cells > 3 && others * 10 <= cells;
}

function isRowMark(text: string, { start, end }: Line): boolean {
  return text.startsWith('|-', start) && /^\|-+\s*(?:[a-z]+=.*)?$/.test(text.slice(start, end));
}

/** The pieces of each cell that a line opens; what stands before a bar of its own says how the cell looks. */
function cellsOf(text: string, { start, end }: Line): Span[][] {
  const look = /^\s*(?:[a-z]+\s*=\s*"[^"]*"\s*)+\|(?!\|)/.exec(text.slice(start + 1, end))?.[0].length ?? 0;
  const cells: Span[][] = [];
  for (let at = start + 1 + look; at <= end; ) {
    const bars = text.indexOf('||', at);
    const until = bars < 0 || bars > end ? end : bars;
    cells.push([trimSpan(text, at, until)]);
    at = until + 2;
  }
  return cells;
}

function rawCell(pieces: readonly Span[]): RawCell {
  const filled = pieces.filter((p) => p.end > p.start);
  return cellOfPieces(filled, pieces[0]!.start);
}
