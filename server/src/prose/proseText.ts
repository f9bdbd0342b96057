import type { SectionId } from '../form/form';
import type { Report } from '../report/report';
import { smallEditOf } from '../report/smallEdit';
import { movedOffset } from '../text/change';
import { dropped, foldedCode, foldUnit, several } from '../text/fold';
import { emptyUnits, type FoldedUnits } from '../text/foldedUnits';
import type { Span } from '../text/span';
import { KeptWith } from '../text/remember';

/** Where a piece of prose stands: a section of the form, or the text before the first section. */
export type ProsePlace = SectionId | 'preamble';

/**
 * The prose of one section, folded for reading: no white space except one blank between two digits, half-width marks,
 * lines broken inside a sentence joined, and a line feed where a paragraph ends.
 */
export interface ProseText {
  readonly place: ProsePlace;
  readonly text: string;
  /** `map[i]` is the offset in the report's text of folded character i. */
  readonly map: Int32Array;
  /** The paragraphs as half-open ranges of `text`, without the line feeds. */
  readonly paragraphs: readonly Span[];
}

/** Every prose of a report, preamble first, then by section in text order. Folded once per report. */
export function proseOf(report: Report): readonly ProseText[] {
  let all = cache.get(report);
  if (!all) cache.set(report, (all = keptProse(report) ?? foldAll(report)));
  return all;
}

/** After an edit inside a table the prose is what it was; it may only have moved. */
function keptProse(report: Report): readonly ProseText[] | undefined {
  const edit = smallEditOf(report);
  if (!edit || edit.within === 'prose') return undefined;
  const { change } = edit;
  return cache.get(edit.before)?.map((prose) => {
    const { map } = prose;
    if (change.by === 0 || map.length === 0 || map.at(-1)! < change.end) return prose;
    return { ...prose, map: map.map((offset) => movedOffset(offset, change)) };
  });
}

function foldAll(report: Report): readonly ProseText[] {
  const list: ProseText[] = [];
  if (report.preamble) list.push(foldOnce(report.text, 'preamble', [report.preamble]));
  for (const section of report.sections) list.push(foldOnce(report.text, section.id, section.prose));
  return list;
}

/** The range of the report's own text that folded characters [start, end) came from. */
export function originalSpan(prose: ProseText, start: number, end: number): Span {
  return { start: prose.map[start]!, end: prose.map[end - 1]! + 1 };
}

/** The folded sentence before a place, as far back as a reader looks (400 characters). */
export function sentenceBefore(prose: ProseText, at: number): string {
  const near = prose.text.slice(Math.max(0, at - farthest), at);
  return near.slice(Math.max(near.lastIndexOf('。'), near.lastIndexOf('\n')) + 1);
}

const farthest = 400;

const cache = new KeptWith<Report, readonly ProseText[]>();

/** The prose of each place as it was folded last: while a report is edited most of it stays as it is, or moves as a whole. */
const latest = new Map<ProsePlace, { readonly source: string; readonly spans: readonly Span[]; readonly prose: ProseText }>();

function foldOnce(source: string, place: ProsePlace, spans: readonly Span[]): ProseText {
  const known = latest.get(place);
  const moved = known && distance(known.spans, spans);
  const isKnown =
    known &&
    moved !== undefined &&
    spans.every((s, i) => source.slice(s.start, s.end) === known.source.slice(known.spans[i]!.start, known.spans[i]!.end));
  const prose = !isKnown
    ? foldProse(source, place, spans)
    : moved === 0
      ? known.prose
      : { ...known.prose, map: known.prose.map.map((offset) => offset + moved) };
  latest.set(place, { source, spans, prose });
  return prose;
}

/** How far spans moved together; undefined where they did not, or where one of them began the text. */
function distance(from: readonly Span[], to: readonly Span[]): number | undefined {
  const moved = (to[0]?.start ?? 0) - (from[0]?.start ?? 0);
  const together = (s: Span, i: number) =>
    s.start + moved === to[i]?.start && s.end + moved === to[i].end && s.start > 0 === to[i].start > 0;
  return from.length === to.length && from.every(together) ? moved : undefined;
}

/** Folds the prose of one place; lines that break a sentence are joined, page numbers on lines of their own are left out. */
export function foldProse(source: string, place: ProsePlace, spans: readonly Span[]): ProseText {
  const out = emptyUnits(spans.reduce((sum, s) => sum + s.end - s.start, 0));
  for (const { start, end } of spans) {
    let lineStart = start;
    let lineWasHeading = false;
    while (lineStart < end) {
      let lineEnd = source.indexOf('\n', lineStart);
      if (lineEnd < 0 || lineEnd > end) lineEnd = end;
      const before = out.length;
      foldLine(source, lineStart, lineEnd, out);
      if (out.length > before) {
        const starts = startsParagraph(out, before);
        const breaks: boolean =
          before > 0 && (lineWasHeading || starts || out.units[before] === BAR || endsSentence(out.units[before - 1]!));
        if (breaks) out.insert(before, LINE_FEED);
        lineWasHeading = starts && isHeading(out, breaks ? before + 1 : before);
      }
      lineStart = lineEnd + 1;
    }
    if (out.length > 0 && out.units[out.length - 1] !== LINE_FEED) out.push(LINE_FEED, end);
  }
  const text = out.text(0, out.length);
  return { place, text, map: out.map.slice(0, out.length), paragraphs: paragraphsOf(text) };
}

const LINE_FEED = 10;
const SPACE = 32;
const BAR = 0x7c;

function foldLine(source: string, start: number, end: number, out: FoldedUnits): void {
  if (end - start < 40 && pageNumberLine.test(source.slice(start, end))) return;
  let afterGap = start > 0;
  // Before a digit there may be a blank more.
  out.reserve(2 * (end - start));
  let { units, map, length } = out;
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    const folded = foldedCode(code);
    if (folded === dropped) {
      afterGap = true;
    } else if (folded === several) {
      out.length = length;
      out.pushAll(foldUnit(code), i);
      out.reserve(2 * (end - i));
      ({ units, map, length } = out);
      afterGap = false;
    } else {
      // Two numbers side by side stay two numbers: only white space tells them apart.
      if (afterGap && isDigit(folded) && length > 0 && isDigit(units[length - 1]!)) {
        units[length] = SPACE;
        map[length++] = i;
      }
      units[length] = folded;
      map[length++] = i;
      afterGap = false;
    }
  }
  out.length = length;
}

const pageNumberLine = /^\s*(?:[-—–－·]+\s*[\d０-９]{1,3}\s*[-—–－·]+|第\s*[\d０-９]{1,3}\s*页.{0,12})\s*$/;

/** A digit as folded text has it. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x3b || unit === 0x21 || unit === 0x3f || unit === BAR;
}

function startsParagraph(out: FoldedUnits, at: number): boolean {
  return paragraphMarks.has(out.units[at]!) && paragraphStart.test(out.text(at, Math.min(at + 6, out.length)));
}

/** `(一)`, `一、`, `一是`, `1.` and list or heading marks begin a paragraph. */
const paragraphStart =
  /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是|\d{1,2}[、.](?!\d)|[#*•●-])/;

/** The characters that such a beginning begins with. */
const paragraphMarks = new Set([...'(一二三四五六七八九十0123456789#*•●-'].map((c) => c.charCodeAt(0)));

/** A short numbered line without a full stop or a comma is a heading: what follows is another paragraph. */
function isHeading(out: FoldedUnits, at: number): boolean {
  return out.length - at <= 30 && !/[。,]/.test(out.text(at, out.length));
}

function paragraphsOf(text: string): Span[] {
  const list: Span[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end > start) list.push({ start, end });
    start = end + 1;
  }
  return list;
}
