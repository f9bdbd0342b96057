import type { SectionId } from '../form/form';
import type { Report } from '../report/report';
import { foldCharacter } from '../text/fold';
import type { Span } from '../text/span';

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
  if (!all) {
    const list: ProseText[] = [];
    if (report.preamble) list.push(foldProse(report.text, 'preamble', [report.preamble]));
    for (const section of report.sections) list.push(foldProse(report.text, section.id, section.prose));
    cache.set(report, (all = list));
  }
  return all;
}

/** The range of the report's own text that folded characters [start, end) came from. */
export function originalSpan(prose: ProseText, start: number, end: number): Span {
  return { start: prose.map[start]!, end: prose.map[end - 1]! + 1 };
}

const cache = new WeakMap<Report, readonly ProseText[]>();

/** For each UTF-16 unit: 0 not yet known, 1 dropped, 2 folds to several characters, else the folded unit. */
const foldedUnits = new Uint16Array(65536);

function foldedUnit(unit: number): number {
  let folded = foldedUnits[unit]!;
  if (folded === 0) {
    const text = unit >= 0xd800 && unit < 0xe000 ? String.fromCharCode(unit) : foldCharacter(String.fromCharCode(unit));
    folded = text === '' ? 1 : text.length > 1 ? 2 : text.charCodeAt(0);
    foldedUnits[unit] = folded;
  }
  return folded;
}

export function foldProse(source: string, place: ProsePlace, spans: readonly Span[]): ProseText {
  const units: number[] = [];
  const map: number[] = [];
  for (const { start, end } of spans) {
    let lineStart = start;
    let lineWasHeading = false;
    while (lineStart < end) {
      let lineEnd = source.indexOf('\n', lineStart);
      if (lineEnd < 0 || lineEnd > end) lineEnd = end;
      const before = units.length;
      foldLine(source, lineStart, lineEnd, units, map);
      if (units.length > before) {
        if (
          before > 0 &&
          (lineWasHeading || units[before] === BAR || endsSentence(units[before - 1]!) || startsParagraph(units, before))
        ) {
          breakBefore(units, map, before);
        }
        lineWasHeading = isHeading(units, units[before] === LINE_FEED ? before + 1 : before);
      }
      lineStart = lineEnd + 1;
    }
    if (units.length > 0 && units[units.length - 1] !== LINE_FEED) {
      units.push(LINE_FEED);
      map.push(end);
    }
  }
  const text = decode(units);
  return { place, text, map: Int32Array.from(map), paragraphs: paragraphsOf(text) };
}

const LINE_FEED = 10;
const SPACE = 32;
const BAR = 0x7c;

function foldLine(source: string, start: number, end: number, units: number[], map: number[]): void {
  if (end - start < 40 && pageNumberLine.test(source.slice(start, end))) return;
  let dropped = start > 0;
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    const folded = foldedUnit(unit);
    if (folded === 1) {
      dropped = true;
    } else if (folded === 2) {
      for (const c of foldCharacter(source[i]!)) {
        units.push(c.charCodeAt(0));
        map.push(i);
      }
      dropped = false;
    } else {
      // Two numbers side by side stay two numbers: only white space tells them apart.
      if (dropped && isDigit(folded) && units.length > 0 && isDigit(units[units.length - 1]!)) {
        units.push(SPACE);
        map.push(i);
      }
      units.push(folded);
      map.push(i);
      dropped = false;
    }
  }
}

const pageNumberLine = /^\s*(?:[-—–－·]+\s*\d{1,3}\s*[-—–－·]+|第\s*\d{1,3}\s*页.{0,12})\s*$/;

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x3b || unit === 0x21 || unit === 0x3f || unit === BAR;
}

function startsParagraph(units: readonly number[], at: number): boolean {
  return paragraphStart.test(decode(units.slice(at, at + 6)));
}

/** `(一)`, `一、`, `一是`, `1.` and list or heading marks begin a paragraph. */
const paragraphStart =
  /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是|\d{1,2}[、.](?!\d)|[#*•●-])/;

/** A short numbered line without a full stop is a heading: what follows is another paragraph. */
function isHeading(units: readonly number[], at: number): boolean {
  const length = units.length - at;
  return length <= 30 && !units.slice(at).some((u) => u === 0x3002 || u === 0x2c) && startsParagraph(units, at);
}

function breakBefore(units: number[], map: number[], at: number): void {
  units.splice(at, 0, LINE_FEED);
  map.splice(at, 0, map[at]!);
}

function decode(units: readonly number[]): string {
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.slice(i, i + 4096));
  return text;
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
