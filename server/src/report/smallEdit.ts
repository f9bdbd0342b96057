import { forms, type TableId } from '../form/form';
import { changeBetween, movedSpan, type Change } from '../text/change';
import { isLineEnd, type Line } from '../text/lines';
import { readCellNumber } from '../text/number';
import type { Span } from '../text/span';
import { headingOfLine } from './outline/headings';
import { readPeriod } from './identity/identity';
import { noNamedReport, readNamedReport, type NamedReport } from './identity/namedReport';
import { lookahead } from './keptTable';
import { movedReport, movedRow } from './movedReport';
import { rowAddsUp, type Cell, type Report, type Row, type Table } from './report';
import { KeptWith } from '../text/remember';

/** An edit after which a report is what it was, but for one number of a table or for what one paragraph says. */
export interface SmallEdit {
  readonly before: Report;
  readonly change: Change;
  /** The table whose number changed; `prose` where a paragraph did. */
  readonly within: TableId | 'prose';
}

const edits = new KeptWith<Report, SmallEdit | undefined>();

/** The small edit that a report came from. */
export function smallEditOf(report: Report): SmallEdit | undefined {
  return edits.get(report);
}

/**
 * The report of a text that differs from another report's text in a small way: digits typed into a number of a whole table, or
 * something typed inside one long paragraph. Nothing else is read again; undefined where the change may matter to anything else.
 */
export function afterSmallEdit(before: Report, text: string): Report | undefined {
  const change = changeBetween(before.text, text);
  const table = Object.values(before.tables).find((one) => holds(one.span, change));
  const edited = table ? withNumber(before, table, text, change) : withParagraph(before, text, change);
  if (!edited) return undefined;
  edits.set(edited, { before, change, within: table?.id ?? 'prose' });
  // Else every report would hold all that were ever typed.
  edits.set(before, undefined);
  return edited;
}

function withNumber(before: Report, table: Table, text: string, change: Change): Report | undefined {
  if (!isPlain(table)) return undefined;
  const at = table.rows.findIndex((one) => holds(one.span, change));
  const row = table.rows[at];
  const cell = row && Object.values(row.cells).find((one) => holds(one.span, change));
  if (!cell || !isOneRow(before.text, table, row) || !keepsLine(before.text, change)) return undefined;
  const span = { start: cell.span.start, end: cell.span.end + change.by };
  const written = text.slice(span.start, span.end);
  if (!digitsOnly.test(cell.text) || !digitsOnly.test(written)) return undefined;
  const { value, units } = readCellNumber(written);
  const own: Cell = { ...cell, span, text: written, value, units };
  const moved = movedRow(row, change);
  const editedRow: Row = { ...moved, cells: { ...moved.cells, [cell.column]: own } };
  // The groups of the disputes may have been read because all of them add up.
  if (table.id === 'disputes' && !rowAddsUp(editedRow) && table.rows.every(rowAddsUp)) return undefined;
  const report = movedReport(before, text, change);
  const movedOne = report.tables[table.id]!;
  const rows = movedOne.rows.map((one, i) => (i === at ? editedRow : one));
  return { ...report, tables: { ...report.tables, [table.id]: { ...movedOne, rows } } };
}

/** Numbers that no reader takes for anything else than a count. */
const digitsOnly = /^\d{1,9}$/;

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * A table in which no number helped to read those of another row: every row of the form stands there whole, in a layout that shows
 * blank cells.
 */
function isPlain({ id, layout, showsBlanks, status, coverage, rows, extraRows, header }: Table): boolean {
  return (
    showsBlanks &&
    // There a longer number moves the borders behind it.
    layout !== 'ruledRows' &&
    status === 'read' &&
    coverage.rows === coverage.rowsExpected &&
    extraRows.length === 0 &&
    rows.every((row) => isWhole(row, id)) &&
    header.every((cell, i) => cell.column !== header[i - 1]?.column)
  );
}

/**
 * Where the header of the applications lacks a column, sums tell whether the rows lack it too; in the disputes sums may tell which
 * cells are blank.
 */
function isWhole({ reading, label, expected, cells }: Row, table: TableId): boolean {
  if (reading !== 'complete' || label.match === 'truncated') return false;
  if (table === 'applications') return expected.length === forms['2021'].tables.applications.columns.length;
  return table !== 'disputes' || Object.values(cells).every((cell) => cell.kind === 'number');
}

/**
 * Whether the cells stand as the layout has them, each one number. Cells of two rows may have been joined, and a number with a blank
 * inside taken for one, because the row then adds up.
 */
function isOneRow(text: string, { layout }: Table, { cells }: Row): boolean {
  const all = Object.values(cells);
  return all.every((cell, i) => {
    if (cell.kind !== 'number' || /\s/.test(cell.text)) return false;
    if (i === 0) return true;
    const between = text.slice(all[i - 1]!.span.end, cell.span.start);
    return layout === 'tabCells' || layout === 'pipeCells' ? !/\n\s*\n|\r[^\S\n]*\r/.test(between) : !/[\r\n]/.test(between);
  });
}

/** Whether the line is no longer or shorter than its readers tell apart. */
function keepsLine(text: string, change: Change): boolean {
  const line = lineAround(text, change);
  if (!line) return false;
  const length = line.end - line.start;
  const [shorter, longer] = [Math.min(length, length + change.by), Math.max(length, length + change.by)];
  return longer <= 120 || (shorter > 120 && longer <= 300);
}

function withParagraph(before: Report, text: string, change: Change): Report | undefined {
  const line = lineAround(before.text, change);
  const newLine = line && { start: line.start, end: line.end + change.by };
  if (!line || !newLine || hasLineEnd(text, change.start, change.end + change.by)) return undefined;
  if (!isParagraph(before.text, line) || !isParagraph(text, newLine)) return undefined;
  if (!Object.values(before.tables).every((table) => isFarFrom(table, line))) return undefined;
  if (!hasPlainHeadings(before)) return undefined;
  const moved = movedReport(before, text, change);
  const starts = [...moved.sections.map((s) => s.span.start), ...Object.values(moved.tables).map((t) => t.span.start)];
  const ends = [...moved.sections.map((s) => s.span.start), ...Object.values(moved.tables).map((t) => t.span.end)];
  const frontEnd = Math.min(text.length, ...starts);
  const period = readPeriod(text, frontEnd, Math.max(0, ...ends));
  const named = isTold(before) ? noNamedReport : keptName(before, text, frontEnd, change);
  if (!named) return undefined;
  if (before.title?.year == null && period?.from?.year !== before.period?.from?.year) return undefined;
  return { ...moved, period, yearSpan: moved.title?.year ? moved.title.span : (named.span ?? period?.span ?? null) };
}

/** Title and signature say whose report of which year it is. */
function isTold({ title, organ, organSpan, signature }: Report): boolean {
  if (title?.year == null || organ === null || organSpan === null) return false;
  return holds(title.span, organSpan) || signature?.organ === organ;
}

/** The report that the text names, where it is as before and nothing was typed into its name. */
function keptName(before: Report, text: string, frontEnd: number, change: Change): NamedReport | undefined {
  const was = readNamedReport(before.text, frontEnd - (change.start < frontEnd ? change.by : 0));
  const is = readNamedReport(text, frontEnd);
  const moved = (span: Span | null | undefined) => (span ? movedSpan(span, change) : null);
  const isKept =
    was.year === is.year &&
    was.organ?.name === is.organ?.name &&
    sameSpan(moved(was.span), is.span) &&
    sameSpan(moved(was.organ?.span), is.organ?.span ?? null);
  return isKept ? is : undefined;
}

function sameSpan(one: Span | null, other: Span | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

/** The line that a span stands in whole. */
function lineAround(text: string, { start, end }: Span): Line | undefined {
  if (hasLineEnd(text, start, end)) return undefined;
  let [from, to] = [start, end];
  while (from > 0 && !isLineEnd(text.charCodeAt(from - 1))) from--;
  while (to < text.length && !isLineEnd(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLineEnd(text.charCodeAt(i))) return true;
  return false;
}

/** A line that is prose to every reader: too long for a title, a date or a label, without a mark that sets cells apart, no heading. */
function isParagraph(text: string, line: Line): boolean {
  if (line.end - line.start <= 120) return false;
  const content = text.slice(line.start, line.end);
  if (!content.includes('。') || marksOfOthers.test(content) || headingOfLine(text, line)) return false;
  return (content.match(ideographs)?.length ?? 0) >= 30;
}

/** What sets cells apart, bookmarks, the note of the table of applications. */
const marksOfOthers = /[\t|｜│[\]勾钩鈎鉤]/;
const ideographs = /[\u4e00-\u9fff]/g;

/** No table's reading looks at the line. */
function isFarFrom({ span }: Table, line: Line): boolean {
  return line.end < span.start - 1 || line.start > span.end + lookahead;
}

/** All six sections have a heading on a line of its own. */
function hasPlainHeadings({ text, sections }: Report): boolean {
  return (
    sections.length === forms['2021'].sections.length &&
    sections.every(({ heading }) => heading !== null && standsAlone(text, heading.span))
  );
}

function standsAlone(text: string, span: Span): boolean {
  const line = lineAround(text, span);
  return line !== undefined && text.slice(line.start, span.start).trim() === '' && text.slice(span.end, line.end).trim() === '';
}
