import { linesOf } from '../text/lines';
import type { Row, Table } from './report';

/**
 * Whether the lines of a text follow one another from the foot of a page to its head, as some programs take them out of a PDF: nearly
 * everything that is numbered then counts down. What a line says is still right, what stands above or below it is not.
 */
export function runsUpward(text: string): boolean {
  const last = new Map<boolean, number>();
  let up = 0;
  let down = 0;
  for (const [, bracketed, plain] of text.matchAll(numberedLine)) {
    const isBracketed = bracketed !== undefined;
    const number = isBracketed ? '一二三四五六七八'.indexOf(bracketed) + 1 : Number(plain);
    const before = last.get(isBracketed) ?? number;
    if (number > before) down++;
    else if (number < before) up++;
    last.set(isBracketed, number);
  }
  return up >= fewestSteps && up > 2 * down;
}

/** A line that begins with `（三）` or `3.`, or with an article's `第（三）项`, perhaps behind a piece of its group's label. */
const numberedLine = /^[^\S\n]*(?:[^\s\d（(]{1,12}[^\S\n]*)?(?:[（(]\s?([一二三四五六七八])\s?[）)]|([1-8])\s?[.、．](?!\d))/gmu;
/** A list out of order here and there is an author's. */
const fewestSteps = 8;

/**
 * A table whose lines run upward, as far as it is certain: a row is, where its label and its values stand in one line. What a line lacks may
 * stand in any of those around it; so with lines of nothing but numbers no row is certain, unless such a line is the table's only row.
 */
export function onlyWholeLines(text: string, table: Table): Table {
  const isBroken =
    table.id !== 'disputes' &&
    linesOf(text, table.span.start, table.span.end).some((l) => isOfNumbers(text.slice(l.start, l.end)));
  const isWhole = (row: Row) =>
    !isBroken && (table.id === 'disputes' || !/[\r\n]/.test(text.slice(row.span.start, row.span.end)));
  if (table.rows.every(isWhole)) return table;
  const rows = table.rows.map((row): Row => (isWhole(row) ? row : { ...row, reading: 'missingValues', cells: {}, unbound: [] }));
  const read = rows.filter(({ reading }) => reading === 'complete');
  const cells = read.reduce((sum, row) => sum + Object.keys(row.cells).length, 0);
  return { ...table, rows, status: 'incomplete', coverage: { ...table.coverage, rows: read.length, cells } };
}

function isOfNumbers(line: string): boolean {
  return /^[\d\s.,]*\d[\d\s.,]*$/.test(line);
}
