import { isLineEnd } from '../text/lines';
import { withoutMarkup } from '../text/markup';
import { KeptWith } from '../text/remember';
import { withTabsBetweenValues } from '../text/separatedValues';
import { isNotice } from './detectReport';
import { Copies } from './copies';
import { partBoundaries, type PartBoundary } from './outline/partBoundaries';
import { readReport } from './readReport';
import type { Report, ReportPart } from './report';
import { afterSmallEdit } from './smallEdit';

/** Reads every report in a text; `previous` is a reading of nearly the same text, of which unchanged reports are taken over. */
export function readReports(text: string, previous: readonly ReportPart[] = []): readonly ReportPart[] {
  return [...eachReport(text, previous)];
}

/** The same one at a time, so that a file of a thousand reports can be worked through without holding them all. */
export function* eachReport(text: string, previous: readonly ReportPart[] = []): Generator<ReportPart> {
  const known = previous.length === 0 ? copiesOfTexts.of(text, () => [...eachFresh(text, [])]) : undefined;
  yield* known ?? eachFresh(text, previous);
}

const copiesOfTexts = new Copies<readonly ReportPart[]>();
const copiesOfReports = new Copies<Report>();

/**
 * Of a changed text only the reports around the change are looked at: from the last one that still starts where it did to the
 * first one after the change that starts where it did, counted from the text's end.
 */
function* eachFresh(written: string, previous: readonly ReportPart[]): Generator<ReportPart> {
  const text = withTabsBetweenValues(withoutMarkup(written));
  const before = unchangedBefore(text, previous);
  const { after, moved } = unchangedAfter(text, previous, before);
  const edited = after === before + 1 ? partAfterSmallEdit(text, previous, before, moved) : undefined;
  if (edited) {
    yield* previous.slice(0, before);
    yield edited;
    for (const { start, report } of previous.slice(after)) yield { start: start + moved, report };
    return;
  }
  const restart = restartAt(text, previous, before);
  const replaced = previous.slice(restart, after);
  const known: Known = {
    byText: new Map(replaced.map(({ report }) => [report.text, report])),
    byStart: new Map(replaced.map(({ start, report }) => [start, report])),
  };
  const meeting = new Map(previous.slice(after).map((part, i) => [part.start + moved, after + i]));
  yield* previous.slice(0, restart);
  const first = previous[restart];
  let open: PartBoundary = first ? { start: first.start, decided: first.start + (decidedIn.get(first.report) ?? 0) } : textStart;
  for (const next of partBoundaries(text, open.start)) {
    yield* readPart(text, open, next.start, known);
    const met = startsLine(text, next.start) ? meeting.get(next.start) : undefined;
    if (met !== undefined && startsLineBefore(previous, met)) {
      remember(previous[met]!.report, next);
      for (const { start, report } of previous.slice(met)) yield { start: start + moved, report };
      return;
    }
    open = next;
  }
  yield* readPart(text, open, text.length, known);
}

const textStart: PartBoundary = { start: 0, decided: 0 };

/** How far into a report's text it was decided that it starts there: no change behind that place can alter it. */
const decidedIn = new KeptWith<Report, number>();

/** The reports that stood where the text changed. */
interface Known {
  readonly byText: ReadonlyMap<string, Report>;
  readonly byStart: ReadonlyMap<number, Report>;
}

function* readPart(text: string, open: PartBoundary, end: number, { byText, byStart }: Known) {
  const { start } = open;
  const own = text.slice(start, end);
  const report = byText.get(own) ?? (byText.size > 0 ? readReport(own, byStart.get(start)) : readMaybeCopied(own));
  if (!report.title && (report.sections.length === 0 || isNotice(report) || (start > 0 && isOutline(report)))) return;
  remember(report, open);
  yield { start, report };
}

function readMaybeCopied(text: string): Report {
  return copiesOfReports.of(text, () => readReport(text)) ?? readReport(text);
}

/** Headings one under the other and nothing between them, as programs list them behind a text. */
function isOutline({ text, sections, tables }: Report): boolean {
  if (sections.length < 3 || Object.keys(tables).length > 0) return false;
  return sections.slice(0, -1).every(({ body }) => !/[^\s#>*•·-]/.test(text.slice(body.start, body.end)));
}

/** The one part that changed, after an edit that leaves its boundaries and all other parts as they are. */
function partAfterSmallEdit(text: string, previous: readonly ReportPart[], index: number, moved: number): ReportPart | undefined {
  const part = previous[index]!;
  const { start, report } = part;
  if (start !== (index === 0 ? 0 : endOf(previous[index - 1]!))) return undefined;
  if (endOf(part) !== (previous[index + 1]?.start ?? text.length - moved)) return undefined;
  const edited = afterSmallEdit(report, text.slice(start, endOf(part) + moved));
  const decided = decidedIn.get(report);
  if (edited && decided !== undefined) decidedIn.set(edited, decided + Math.max(0, moved));
  return edited && { start, report: edited };
}

function endOf({ start, report }: ReportPart): number {
  return start + report.text.length;
}

function remember(report: Report, { start, decided }: PartBoundary): void {
  if (decided > start) decidedIn.set(report, Math.max(decided - start, decidedIn.get(report) ?? 0));
}

/** How many of the first reports stand in the text as they did. */
function unchangedBefore(text: string, previous: readonly ReportPart[]): number {
  let end = 0;
  for (const [i, part] of previous.entries()) {
    if (part.start !== end || text.slice(end, endOf(part)) !== part.report.text) return i;
    end = endOf(part);
  }
  return previous.length;
}

/** The first of the last reports that stand as they did at the text's end, and how far these moved. */
function unchangedAfter(text: string, previous: readonly ReportPart[], before: number): { after: number; moved: number } {
  const last = previous.at(-1);
  const moved = last ? text.length - endOf(last) : 0;
  let after = previous.length;
  for (let end = text.length; after > before; after--) {
    const part = previous[after - 1]!;
    const { start, report } = part;
    if (endOf(part) + moved !== end || start + moved < 0 || text.slice(start + moved, end) !== report.text) break;
    end = start + moved;
  }
  return { after, moved };
}

/** The last report that is known to start where it did: what decided it stands before the change. */
function restartAt(text: string, previous: readonly ReportPart[], before: number): number {
  for (let i = Math.min(before, previous.length - 1); i > 0; i--) {
    const { start, report } = previous[i]!;
    if (i === before && start !== endOf(previous[i - 1]!)) continue;
    const decided = decidedIn.get(report);
    if (decided === undefined || decided > report.text.length || !startsLine(text, start)) continue;
    if (!startsLineBefore(previous, i)) continue;
    if (i < before || text.startsWith(report.text.slice(0, decided), start)) return i;
  }
  return 0;
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || isLineEnd(text.charCodeAt(at - 1));
}

/** Whether a report started a line in the text it was read from; one that starts inside a taken-apart line cannot be told alone. */
function startsLineBefore(previous: readonly ReportPart[], index: number): boolean {
  const before = previous[index - 1];
  return before === undefined ? index === 0 : isLineEnd(before.report.text.charCodeAt(before.report.text.length - 1));
}
