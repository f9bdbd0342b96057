import { forms } from '../../form/form';
import { isPageNumber } from '../../report/pageFurniture';
import { sectionOf, type Report, type Row, type Table } from '../../report/report';
import { linesOf } from '../../text/lines';
import { overlaps, span } from '../../text/span';
import { isGarbled } from './garbledText';

/**
 * Whether the numbers that a row seems to lack may be in the text all the same: two of them in one cell, the next one behind the row,
 * several that belong to no row, or garbled ones.
 */
export function mayHaveRest(report: Report, table: Table, row: Row): boolean {
  return (
    numbersIn(row.unbound.map((cell) => cell.text).join(' ')) >= row.expected.length ||
    isFollowedByNumber(report, table, row) ||
    (!table.showsBlanks && (runsNumbersTogether(table) || hasSpareNumbers(report, table, row))) ||
    isGarbled(report, span(row.span.start, endOfLine(report.text, row.span.end)))
  );
}

/** Whether a row's label stands in several cells, so that what is between cells tells nothing. */
export function isBrokenOverCells({ text }: Report, { label }: Row): boolean {
  return /[^\s\d.][\t|｜│][^\s\d]/u.test(text.slice(label.span.start, label.span.end));
}

/** Whether the next thing behind a row is a number; where blank cells show, in the line below: those of its own are known. */
function isFollowedByNumber({ text }: Report, { showsBlanks }: Table, { span: { end } }: Row): boolean {
  const below = text.slice(end, end + lookedAt);
  return (!showsBlanks || /^[^\S\n]*\|?[^\S\n]*\n/.test(below)) && nextNumber.test(below);
}

/** A number that is neither a list's nor a year. */
const nextNumber = /^[\s|]*\d[\d,]*(?:\.\d+)?(?![\d,]|\s*[.．、）)年])/u;

const lookedAt = 100;

/** Whether numbers begin with a zero that no number has: the values of several cells without anything between. */
function runsNumbersTogether({ rows }: Table): boolean {
  return rows.some(({ cells, unbound }) => [...Object.values(cells), ...unbound].some(({ text }) => /^0\d/.test(text)));
}

/** Whether lines of nothing but numbers that belong to no row, and rows that have too many, have those that a row lacks; one may be a page number. */
function hasSpareNumbers(report: Report, table: Table, { expected, unbound }: Row): boolean {
  const section = sectionOf(report, forms['2021'].tables[table.id].section);
  const place = section?.heading ? section.body : table.span;
  let spare = 0;
  for (const line of linesOf(report.text, place.start, place.end)) {
    const words = report.text.slice(line.start, line.end);
    if (!/^[\s\d.,|]*\d[\s\d.,|]*$/.test(words) || table.rows.some((row) => overlaps(row.span, line))) continue;
    if (!isPageNumber(words.trim())) spare += numbersIn(words);
  }
  for (const other of table.rows) spare += Math.max(0, other.unbound.length - other.expected.length);
  return spare >= Math.max(2, expected.length - unbound.length);
}

function numbersIn(words: string): number {
  return words.match(/\d[\d,.]*/g)?.length ?? 0;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
