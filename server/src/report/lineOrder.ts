import { forms, type SectionId } from '../form/form';
import { fold } from '../text/fold';
import { linesOf } from '../text/lines';
import { KeptWith } from '../text/remember';
import type { Report, Row, Table } from './report';

/** Whether the lines of a text are not those of the page, where `headed` are the sections whose headings were found. */
export function areLinesDisordered(text: string, headed: readonly SectionId[]): boolean {
  return runsUpward(text) || mixesLines(text, headed);
}

/** The same of a report, for which all of its text is looked at once. */
export function isDisordered(report: Report): boolean {
  let known = ofReports.get(report);
  if (known === undefined) {
    const headed = report.sections.filter(({ heading }) => heading !== null).map(({ id }) => id);
    ofReports.set(report, (known = areLinesDisordered(report.text, headed)));
  }
  return known;
}

/** What was found out while the report was read. */
export function rememberDisorder(report: Report, known: boolean): void {
  ofReports.set(report, known);
}

const ofReports = new KeptWith<Report, boolean>();

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
 * Whether lines that touch on the page were taken for one, so that the heading of a section that is not among those `headed` has the
 * characters of another line between its own.
 */
function mixesLines(text: string, headed: readonly SectionId[]): boolean {
  const titles = formSections
    .filter(({ id, title }) => title.length >= 10 && !headed.includes(id))
    .map(({ title }) => fold(title));
  if (titles.length === 0) return false;
  return linesOf(text).some((line) => {
    if (line.end - line.start < 10) return false;
    const words = fold(text.slice(line.start, Math.min(line.end, line.start + 100)));
    return titles.some((title) => isInterspersed(title, words) || isAlternating(title, words));
  });
}

const formSections = forms['2021'].sections;

/** Whether the first characters of a title have one of another line behind each of them. */
function isAlternating(title: string, line: string): boolean {
  for (let at = line.indexOf(title[0]!); at >= 0 && at <= 8; at = line.indexOf(title[0]!, at + 1)) {
    if ([...title.slice(0, fewestAlternating)].every((character, i) => line[at + 2 * i] === character)) return true;
  }
  return false;
}

const fewestAlternating = 5;

/**
 * Whether a line has all the characters of a title in their order from its start, with numbers or other words between many of them; of
 * the last one or two the page may have had no room.
 */
function isInterspersed(title: string, line: string): boolean {
  const end = Math.min(line.length, 4 * title.length);
  let at = line.indexOf(title[0]!);
  if (at < 0 || at > 8) return false;
  let previous = at;
  let breaks = 0;
  for (const [i, character] of [...title.slice(1)].entries()) {
    at = line.indexOf(character, previous + 1);
    if (at < 0 && i >= title.length - 3 && line.length - previous <= 2) break;
    if (at < 0 || at >= end) return false;
    if (at > previous + 1) breaks++;
    previous = at;
  }
  if (breaks >= fewestBreaks) return true;
  const words = line.slice(0, previous + 1).replace(/[\d.]/g, '');
  return breaks > 0 && words.endsWith(title);
}

/** Titles in other words have up to three. */
const fewestBreaks = 4;

/**
 * A table whose lines run upward or were mixed, as far as it is certain: a row is, where its label and its values stand in one line. What
 * a line lacks may stand in any of those around it; so with lines of nothing but numbers no row is certain, unless such a line is the table's only row.
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
