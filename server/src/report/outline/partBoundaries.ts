import { forms } from '../../form/form';
import { readingPieces, trimSpan, type Line } from '../../text/lines';
import { runsUpward } from '../lineOrder';
import { endsLikeTitle } from '../pageFurniture';
import { headingOfLine } from './headings';
import { digitOf, hasNumeral } from './subHeadings';
import { tableOpenedBy } from './tableOpeners';

/** Where a report starts in a text of several. */
export interface PartBoundary {
  readonly start: number;
  /** The end of the line that decided it: a section's heading or its table's first label. */
  readonly decided: number;
}

/**
 * The reports that follow the one starting at `from`: one starts wherever 一 or 二 comes again after 三, or comes after
 * it below a title line, at that title line where there is one; so does one that lost its beginning, where 三 comes below a title line
 * after 五. On pages whose lines run upward they do not, nor does a table alone below the title of a report that had none up to its third
 * section. In a report whose sections have numerals, a title without one heads no section but 一. Each depends on nothing but the text from the start before it to its own `decided`.
 */
export function* partBoundaries(text: string, from: number): Generator<PartBoundary> {
  let opened = new OpenedSections();
  let sinceEvent: Line[] = [];
  let nextReturn = -1;
  let nextFeed = -1;
  for (let start = from; start <= text.length; ) {
    if (nextReturn < start) nextReturn = indexOrEnd(text, '\r', start);
    if (nextFeed < start) nextFeed = indexOrEnd(text, '\n', start);
    const end = Math.min(nextFeed, nextReturn);
    const next = afterLineEnd(text, end);
    for (const line of readingPieces(text, { start, end })) {
      const event = isShort(line) || isBarred(text, line) ? eventOf(text, line) : undefined;
      if (!event || opened.isSubHeading(event)) {
        if (event) opened.pass(event, line.start);
        sinceEvent.push(line);
        continue;
      }
      const { order } = event;
      const mayOpen = (order <= 1 && opened.reached >= 2) || (order === 2 && opened.reached >= 4);
      const mayOpenBelowTitle = mayOpen || (order === 0 && opened.passed >= 2);
      const title = mayOpenBelowTitle ? titleAbove(text, sinceEvent, mayOpen ? 0 : opened.passedAt) : undefined;
      const comesAgain =
        mayOpen && order <= 1 && opened.isAgain(event) && !(opened.endsWithApplications() && isBareHeading(sinceEvent));
      if (opened.isNew()) opened.isTitled ||= titleAbove(text, sinceEvent, 0) !== undefined;
      const isOwn = title !== undefined && opened.lacksTitleOf(event);
      if ((title || comesAgain) && !isOwn && !runsUpward(text.slice(Math.max(from, start - lookedAt), start))) {
        yield { start: title?.start ?? line.start, decided: next };
        opened = new OpenedSections();
      }
      opened.isTitled ||= title !== undefined;
      opened.add(event);
      sinceEvent = [];
    }
    if (end === text.length) return;
    start = next;
  }
}

/** UTF-16 units before the place where a report may start: its tables' rows stand within them. */
const lookedAt = 10_000;

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}

function afterLineEnd(text: string, end: number): number {
  return end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
}

const sectionIds = forms['2021'].sections.map((s) => s.id);

const applicationsOrder = sectionIds.indexOf('applications');

/** Whether so little stands below the heading of the applications that it is no end of a report: their table's labels alone are longer. */
function isBareHeading(below: readonly Line[]): boolean {
  return below.reduce((sum, { start, end }) => sum + end - start, 0) < 400;
}

/** That a section begins: its place in the form, and whether its heading has a numeral, or none, or its table tells. */
interface SectionEvent {
  readonly order: number;
  readonly by: 'numeral' | 'title' | 'table';
  /** Its heading has a digit, and that is its place. */
  readonly isCounted?: boolean;
}

/** What a line opens, by its heading or by the first label of its table. */
function eventOf(text: string, line: Line): SectionEvent | undefined {
  const heading = headingOfLine(text, line);
  if (heading && !heading.isLoose) {
    const order = sectionIds.indexOf(heading.section);
    return { order, by: hasNumeral(heading) ? 'numeral' : 'title', isCounted: digitOf(heading) === order + 1 };
  }
  const table = tableOpenedBy(text, line);
  return table && { order: sectionIds.indexOf(table), by: 'table' };
}

/** The sections of one report that began so far. */
class OpenedSections {
  reached = 0;
  isTitled = false;
  /** The furthest of the titles among points that count on as the sections do, and where the last one stands. */
  passed = 0;
  passedAt = 0;
  private last = -1;
  private readonly opened = new Map<number, SectionEvent['by']>();

  /** A title without numeral among sections that have them is a point of another section; its table may yet tell otherwise. */
  isSubHeading({ order, by }: SectionEvent): boolean {
    return by === 'title' && order > 0 && this.hasNumerals();
  }

  /** Whether the section began before, and this is neither its table below its heading nor the first of its headings to have a numeral. */
  isAgain({ order, by }: SectionEvent): boolean {
    const before = this.opened.get(order);
    if (before === undefined || order === this.last) return false;
    return !(by === 'numeral' && order > 0 && before === 'title' && !this.hasNumerals());
  }

  pass({ order, isCounted }: SectionEvent, at: number): void {
    if (!isCounted || order <= Math.max(this.reached, this.passed)) return;
    this.passed = order;
    this.passedAt = at;
  }

  isNew(): boolean {
    return this.last < 0;
  }

  /** Whether a title above a table is still this report's: it had none and did not get beyond the applications. */
  lacksTitleOf({ by }: SectionEvent): boolean {
    return by === 'table' && !this.isTitled && this.endsWithApplications();
  }

  /** No section behind the third began, and the third was the last. */
  endsWithApplications(): boolean {
    return this.last === applicationsOrder && this.reached === applicationsOrder;
  }

  add({ order, by }: SectionEvent): void {
    if (by === 'numeral' && order > 0 && !this.hasNumerals()) this.forgetTitles();
    this.reached = Math.max(this.reached, order);
    if (this.opened.get(order) !== 'numeral') this.opened.set(order, by);
    this.last = order;
  }

  private hasNumerals(): boolean {
    return [...this.opened.values()].includes('numeral');
  }

  private forgetTitles(): void {
    for (const [order, by] of this.opened) if (by === 'title' && order > 0) this.opened.delete(order);
    this.reached = Math.max(0, ...this.opened.keys());
  }
}

function isShort(line: Line): boolean {
  const length = line.end - line.start;
  return length >= 4 && length <= 120;
}

/** A whole block of a table between bars in one line. */
function isBarred(text: string, line: Line): boolean {
  return text.slice(line.start, Math.min(line.end, line.start + 120)).includes('|');
}

/** The title line above a first heading, not higher than the last heading of the report before. */
function titleAbove(text: string, sinceEvent: readonly Line[], from: number): Line | undefined {
  for (let i = sinceEvent.length - 1; i >= 0 && sinceEvent[i]!.start >= from; i--) {
    const span = trimSpan(text, sinceEvent[i]!.start, sinceEvent[i]!.end);
    if (span.end - span.start > 60) continue;
    const content = text.slice(span.start, span.end).replace(/\s/g, '');
    if (!endsLikeTitle(content) || /[。；，]/.test(content)) continue;
    const line = sinceEvent[i - 1];
    const above = line && trimSpan(text, line.start, line.end);
    return above && isOrganLine(text.slice(above.start, above.end)) ? line : sinceEvent[i];
  }
  return undefined;
}

function isOrganLine(content: string): boolean {
  return (
    content.length >= 3 && content.length <= 30 && /[府厅室局委会办镇乡区县市省]$/.test(content) && !/[。，；：]/.test(content)
  );
}
