import { forms, type SectionId } from '../../form/form';
import { editDistance } from '../../text/editDistance';
import { dropped, fold, foldedCode, foldText, foldUnit, several } from '../../text/fold';
import { isSpace, trimSpan, type Line } from '../../text/lines';
import { remembering } from '../../text/remember';
import type { Span } from '../../text/span';
import type { Heading } from '../report';

export interface FoundHeading {
  readonly section: SectionId;
  readonly heading: Heading;
  /** Known by a pattern only: such a title may also head the author's own chapters. */
  readonly isLoose?: boolean;
}

interface Wording {
  readonly section: SectionId;
  readonly title: string;
  readonly match: Heading['match'];
  readonly isLoose?: boolean;
}

const sections = forms['2021'].sections;
const wordings: Wording[] = sections.flatMap((s) => [
  { section: s.id, title: plain(s.title), match: 'exact' as const },
  ...(s.accepted ?? []).map((t) => ({ section: s.id, title: plain(t), match: 'accepted' as const })),
  ...s.synonyms.map((t) => ({ section: s.id, title: plain(t), match: 'synonym' as const })),
]);
const byTitle = new Map(wordings.map((w) => [w.title, w]));
const longestTitle = Math.max(...wordings.map((w) => w.title.length));

/** Folded, with the marks that a title may carry dropped at its end only: a mark inside makes it one character off. */
function plain(title: string): string {
  return fold(title).replace(/[。.:;|]+$/, '');
}

/**
 * The heading of a section that a line is, or undefined. A number, a title of the form and nothing else; or a title of the form
 * alone; or both followed by the section's first words after a blank.
 */
export function headingOfLine(text: string, line: Line): FoundHeading | undefined {
  if (!beginsLikeHeading(text, line)) return undefined;
  const isKnown = line.end - line.start <= longestKnown && isOtherLine(text.slice(line.start, line.end));
  return isKnown ? undefined : findHeading(text, line);
}

/** Lines that begin like headings and are none: the labels of the tables, which all reports share. */
const isOtherLine = remembering(20_000, (line) => findHeading(line, { start: 0, end: line.length }) === undefined);

/** UTF-16 units; longer lines rarely come again. */
const longestKnown = 60;

function findHeading(text: string, line: Line): FoundHeading | undefined {
  let { start, end } = trimSpan(text, line.start, line.end);
  if (end - start < 2) return undefined;
  while (start < end && marksBefore.includes(text[start]!)) start++;
  while (end > start && '|*# \t　'.includes(text[end - 1]!)) end--;
  ({ start, end } = trimSpan(text, start, end));
  if (end === start || !mayStartHeading(text.charCodeAt(start))) return undefined;
  if (!mayBeHeading(text, start, end)) return undefined;
  return headingIn(text, start, end, text.slice(start, Math.min(end, start + 120)));
}

function headingIn(text: string, start: number, end: number, raw: string): FoundHeading | undefined {
  const folded = foldText(raw, start);
  const once = isPrintedTwice(folded.text) ? folded.map[folded.text.length / 2]! : end;
  if (once < end) {
    const found = headingIn(text, start, once, text.slice(start, once));
    return found && { ...found, heading: { ...found.heading, span: { start, end } } };
  }
  const number = sectionNumber.exec(folded.text);
  const numberLength = number ? number[0].length : 0;
  const rest = folded.text.slice(numberLength);
  const whole = folded.map.length - 1 === folded.text.length && end - start <= 120;
  const title = rest.replace(/[。.:;|]+$/, '');
  const found = whole && title.length <= longestTitle + 2 ? titleMatch(title, numberLength > 0, number?.[1]) : undefined;
  if (number?.[3] && found?.section !== 'overview') return undefined;
  if (found && found.match !== 'near') return make(found, end);
  // A title and the section's first word after a blank (`其他需要报告的事项 无`) are no misspelt title.
  const glued = numberLength > 0 ? wordings.find((w) => w.match !== 'synonym' && rest.startsWith(w.title)) : undefined;
  const last = glued ? folded.map[numberLength + glued.title.length - 1]! : 0;
  if (glued && /^[\s:：。　]/.test(text.slice(last + 1, last + 2))) return make(glued, last + 1);
  return found && make(found, end);

  function make(w: Wording, headingEnd: number): FoundHeading {
    const titleStart = folded.map[numberLength]!;
    const titleEnd = trimSpan(text, titleStart, headingEnd).end;
    return {
      section: w.section,
      ...(w.isLoose ? { isLoose: true } : {}),
      heading: {
        text: text.slice(start, titleEnd),
        span: { start, end: titleEnd },
        number: numberLength > 0 ? { text: text.slice(start, titleStart), span: { start, end: titleStart } } : null,
        title: { text: text.slice(titleStart, titleEnd), span: { start: titleStart, end: titleEnd } },
        match: w.match,
      },
    };
  }
}

/** Bold type that a PDF prints by setting the words twice. */
function isPrintedTwice(line: string): boolean {
  const half = line.length / 2;
  return half >= 5 && Number.isInteger(half) && line.startsWith(line.slice(half));
}

/** A numeral, a digit, or the dash that is written for 一; a year may follow. */
const sectionNumber = /^(?:(?:第?([一二三四五六七八九])(?:部分)?|([1-9]))[、.,:]*|([—―─])、)(?=\D|20\d\d年)/;

/** Tells almost every line from headings by its first character that is neither white space nor a mark of a list. */
function beginsLikeHeading(text: string, { start, end }: Line): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const role = beginnings[code] || (beginnings[code] = beginningOf(code));
    if (role !== skipped) return role === opens;
  }
  return false;
}

const skipped = 1;
const opens = 2;
const never = 3;

/** By UTF-16 unit, filled as they are met; 0 is not yet known. */
const beginnings = new Uint8Array(0x10000);

function beginningOf(code: number): number {
  return isSpace(code) || marksBefore.includes(String.fromCharCode(code)) ? skipped : mayStartHeading(code) ? opens : never;
}

const marksBefore = '#>*-•·|　 \t';

const titleStarts = new Set(wordings.map((w) => w.title[0]!));

/**
 * Tells most lines from headings without folding them whole. What follows the number is a title's first character, or at most a
 * misspelt title: that is short, and no title has a digit but those of a year.
 */
function mayBeHeading(text: string, start: number, end: number): boolean {
  let at = start;
  for (let isFirst = true; at < end; at++) {
    const folded = foldUnit(text.charCodeAt(at));
    if (folded === '') continue;
    if (folded.length > 1 || folded === '第' || titleStarts.has(folded)) return true;
    if (!isFirst && !'、.,:'.includes(folded)) {
      if (folded === '部' || isSurrogate(folded.charCodeAt(0))) return true;
      break;
    }
    isFirst = false;
  }
  if (end - start > 120) return false;
  if (/^20\d\d年/.test(text.slice(at, at + 5))) return true;
  let digits = 0;
  let ideographs = 0;
  let isNumber = true;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (code >= 0x4e00 && code <= 0x9fff) ideographs++;
    isNumber &&= code < 0x2e80;
  }
  return digits <= 2 && ideographs <= longestTitle + 2 && !isNumber;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

const openings = new Set([...'一二三四五六七八九第123456789—―─', ...wordings.map((w) => w.title[0]!)]);

function mayStartHeading(code: number): boolean {
  return openings.has(foldUnit(code));
}

function titleMatch(title: string, numbered: boolean, numeral?: string): Wording | undefined {
  const known = byTitle.get(title);
  if (known) return numbered || known.match !== 'synonym' ? known : undefined;
  if (!numbered || title.length < 4) return undefined;
  for (const w of wordings) {
    const allowed = w.title.length >= 9 ? 2 : 1;
    if (Math.abs(w.title.length - title.length) > allowed || w.match === 'synonym') continue;
    if (hasMoreForeign(title, w.title, allowed)) continue;
    if (editDistance(title, w.title, allowed + 1) <= allowed) return { ...w, match: 'near' };
  }
  const section = resembling.find((s) => s.number === numeral && s.pattern.test(title));
  return section && { section: section.id, title, match: 'synonym', isLoose: true };
}

const resembling = sections.flatMap((s) =>
  s.resembles === undefined ? [] : [{ id: s.id, number: s.number, pattern: new RegExp(s.resembles, 'u') }],
);

/** Every character that the other title lacks counts as an edit: most texts need no closer comparison. */
function hasMoreForeign(title: string, other: string, allowed: number): boolean {
  let foreign = 0;
  for (let i = 0; i < title.length; i++) if (!other.includes(title[i]!) && ++foreign > allowed) return true;
  return false;
}

const inline = sections.map((s) => ({
  section: s.id,
  pattern: numbered(s.number, [s.title]),
  listed: numbered(s.number, [s.title, ...(s.accepted ?? []), ...s.synonyms]),
}));

/** A section's number and one of its titles, with blanks anywhere between the characters. */
function numbered(number: string, titles: readonly string[]): RegExp {
  const spaced = titles.map((title) => [...title].map((c) => (/[、，]/.test(c) ? `[、，,]?` : c)).join('\\s*'));
  return new RegExp(`${number}\\s*[、.．,，]\\s*(?:${spaced.join('|')})`, 'gu');
}

/** Headings inside lines, where an extractor glued the text together. A list of the titles (as in a preamble) is not taken. */
export function headingsInside(text: string, start: number, end: number): FoundHeading[] {
  const slice = withEverydayCharacters(text.slice(start, end));
  const lists = listsOfTitles(slice);
  const found: FoundHeading[] = [];
  for (const { section, pattern } of inline) {
    for (const m of slice.matchAll(pattern)) {
      if (lists.some((list) => list.start <= m.index && m.index < list.end)) continue;
      const at = start + m.index;
      const after = text.slice(at + m[0].length, at + m[0].length + 1);
      if (/[,，;；、”"]/.test(after) || /[“"《]/.test(text.slice(at - 1, at))) continue;
      const titleStart = at + /^\S\s*[、.．,，]\s*/u.exec(m[0])![0].length;
      const heading: Heading = {
        text: text.slice(at, at + m[0].length),
        span: { start: at, end: at + m[0].length },
        number: { text: text.slice(at, titleStart), span: { start: at, end: titleStart } },
        title: { text: text.slice(titleStart, at + m[0].length), span: { start: titleStart, end: at + m[0].length } },
        match: 'exact',
      };
      found.push({ section, heading });
    }
  }
  return found.sort((a, b) => a.heading.span.start - b.heading.span.start);
}

/** Radicals and traditional characters made everyday ones; nothing moves. Most texts have none and are given back as they are. */
function withEverydayCharacters(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x2e80 || code > 0x9fff) continue;
    const folded = foldedCode(code);
    if (folded === code || folded === dropped || folded === several) continue;
    pieces.push(text.slice(from, at), String.fromCharCode(folded));
    from = at + 1;
  }
  return from === 0 ? text : pieces.join('') + text.slice(from);
}

interface ListedTitle extends Span {
  /** The section's place in the form. */
  readonly place: number;
}

/** Where three or more titles follow one another in the order of the form with next to nothing between them. */
function listsOfTitles(text: string): Span[] {
  const titles = inline
    .flatMap(({ listed }, place) =>
      [...text.matchAll(listed)].map((m): ListedTitle => ({ place, start: m.index, end: m.index + m[0].length })),
    )
    .sort((a, b) => a.start - b.start);
  const runs: ListedTitle[][] = [];
  for (const title of titles) {
    const run = runs.at(-1);
    if (run && continuesList(text, run.at(-1)!, title)) run.push(title);
    else runs.push([title]);
  }
  return runs.filter((run) => isList(text, run)).map((run) => ({ start: run[0]!.start, end: run.at(-1)!.end }));
}

/** Where all of a report stands in one line, titles with nothing but blanks or sentences between follow a 一 that lists none of them. */
function isList(text: string, run: readonly ListedTitle[]): boolean {
  if (run.length < 3) return false;
  if (run[0]!.place === 0) return true;
  return !run.every(({ end }, i) => i === run.length - 1 || isGapOfText(text.slice(end, run[i + 1]!.start)));
}

function isGapOfText(between: string): boolean {
  return between.trim() === '' || /[^。][。]\s*$/.test(between);
}

/** A title on a line of its own ends a list: only behind a mark may the list go on in the next line. */
function continuesList(text: string, last: ListedTitle, next: ListedTitle): boolean {
  if (next.place <= last.place || next.start - last.end > 40) return false;
  const between = text.slice(last.end, next.start);
  return !/[\r\n]/.test(between) || /^\s*[,，;；、]/.test(between);
}
