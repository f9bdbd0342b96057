import { isLineEnd } from './lines';
import { tagFiller } from './fillers';

/**
 * Comma-separated values as they are read: what separates the cells of a row is a tab, the marks around a quoted cell are white
 * space, and so is a line end inside one. Nothing moves, every other character stays where it is. A text is given back as it is
 * unless rows of labels and numbers show what separates them; a line of prose stays as it is in any text.
 */
export function withTabsBetweenValues(text: string): string {
  const separator = separatorOf(text);
  return separator === undefined ? text : rewritten(text, separator);
}

/** What separates the cells. */
function separatorOf(text: string): string | undefined {
  return [',', ';'].find((mark) => hasRows(text, mark)) ?? (hasQuotedCells(text) ? '\t' : undefined);
}

/** Whether several labels have a number right behind the mark, and the mark or the line's end right behind the number. */
function hasRows(text: string, mark: string): boolean {
  let rows = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (!endsLabel.test(text.slice(Math.max(0, at - 4), at))) continue;
    numberHere.lastIndex = at + 1;
    const end = numberHere.test(text) ? numberHere.lastIndex : -1;
    if (endsCell(text, end, mark) && ++rows >= rowsNeeded) return true;
  }
  return false;
}

const rowsNeeded = 3;
const endsLabel = /[\u4e00-\u9fff）)”]"?[^\S\r\n]{0,2}$/;
const numberHere = /[^\S\r\n]{0,4}"?[^\S\r\n]{0,4}\d+(?:\.\d+)?[^\S\r\n]{0,4}"?[^\S\r\n]{0,4}/y;

/** Whether several cells between tabs stand in quotation marks, as spreadsheets write cells of several lines, or all words. */
function hasQuotedCells(text: string): boolean {
  let cells = 0;
  for (let at = text.indexOf('"\t'); at >= 0; at = text.indexOf('"\t', at + 2)) {
    const opening = text.lastIndexOf('"', at - 1);
    if (opening >= 0 && at - opening < 300 && beginsCell(text, opening, '\t') && ++cells >= rowsNeeded) return true;
  }
  return false;
}

function endsCell(text: string, at: number, separator: string): boolean {
  return at === text.length || text[at] === separator || isLineEnd(text.charCodeAt(at));
}

function beginsCell(text: string, at: number, separator: string): boolean {
  return at === 0 || text[at - 1] === separator || isLineEnd(text.charCodeAt(at - 1));
}

function rewritten(text: string, separator: string): string {
  const records = recordsOf(text, separator);
  if (separator === ',' && records.some((record, i) => hasCutNumber(record, [records[i - 1], records[i + 1]]))) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const record of records) {
    pieces.push(text.slice(at, record.start), isRow(record) ? written(record) : text.slice(record.start, record.end));
    at = record.end;
  }
  return pieces.join('') + text.slice(at);
}

/**
 * Whether a row has commas inside of its numbers, between thousands: a number would begin with 0, or, beside a blank cell, there is
 * one cell more or less than in both rows around it. Nothing else would then tell which commas separate cells.
 */
function hasCutNumber(record: RowRecord, around: readonly (RowRecord | undefined)[]): boolean {
  const { text, fields, start, end } = record;
  if (!isRow(record)) return false;
  const row = text.slice(start, end);
  if (/(?:^|,)\s*\d{1,3},0\d\d(?![\d.])/.test(row)) return true;
  return (
    /(?:^|,)\s*\d{1,3},\d{3}(?!\d)/.test(row) &&
    /\d\s*,\s*,\s*\d/.test(row) &&
    around.every((other) => other?.fields.length !== fields.length)
  );
}

interface Field {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** A row of a table, which may go over several lines, or any other line. */
interface RowRecord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly fields: readonly Field[];
}

function recordsOf(text: string, separator: string): RowRecord[] {
  const records: RowRecord[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isLineEnd(text.charCodeAt(at))) continue;
    const record = recordAt(text, at, separator);
    records.push(record);
    at = record.end;
  }
  return records;
}

function recordAt(text: string, start: number, separator: string): RowRecord {
  const fields: Field[] = [];
  for (let at = start; ; ) {
    const field = fieldAt(text, at, separator);
    fields.push(field);
    if (text[field.end] !== separator) return { text, start, end: field.end, fields };
    at = field.end + 1;
  }
}

/** One field with its quotation marks; a mark that does not close right before the next separator opened none. */
function fieldAt(text: string, start: number, separator: string): Field {
  if (text[start] === '"') {
    quoted.lastIndex = start;
    const end = quoted.test(text) ? quoted.lastIndex : -1;
    if (endsCell(text, end, separator)) return { start, end, isQuoted: true };
  }
  let end = start;
  while (end < text.length && text[end] !== separator && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end, isQuoted: false };
}

/** No cell is longer than a paragraph: an unclosed mark is not looked for to the end of the text. */
const quoted = /"(?:[^"]|""){0,2000}"(?!")/y;

/** Prose has commas as well: it is a row only if it stands in one cell. */
function isRow({ text, fields }: RowRecord): boolean {
  if (fields.length === 1) return fields[0]!.isQuoted;
  const written = fields.filter((field) => field.end > field.start);
  if (written.length <= 1) return true;
  return written.every(
    ({ start, end, isQuoted }) => isQuoted || (end - start <= longestLabel && !sentence.test(text.slice(start, end))),
  );
}

const longestLabel = 60;
const sentence = /[。；]|\d[件条次个份起宗名人篇]$/;

/** The tab takes the place of the mark that opens a quoted cell: what is written into an empty one comes behind it. */
function written({ text, fields }: RowRecord): string {
  const pieces = fields.map(({ start, end, isQuoted }, i) => {
    const separator = i === 0 ? '' : '\t';
    if (!isQuoted) return separator + text.slice(start, end);
    const words = text
      .slice(start + 1, end - 1)
      .replace(/[\t\r\n]/g, tagFiller)
      .replaceAll('""', `${tagFiller}"`);
    return (i === 0 ? tagFiller : tagFiller + separator) + words + tagFiller;
  });
  return pieces.join('');
}
