import { readingLines, trimSpan, type Line } from '../text/lines';
import { forms } from '../form/form';
import { headingOfLine } from './headings';
import { firstLabelOf } from './regions';
import type { ReportPart } from './report';
import { readReport } from './readReport';

/** Reads every report in a text; parts of `previous` whose text did not change are reused. */
export function readReports(text: string, previous: readonly ReportPart[] = []): readonly ReportPart[] {
  return [...eachReport(text, previous)];
}

/** The same one at a time, so that a file of a thousand reports can be worked through without holding them all. */
export function* eachReport(text: string, previous: readonly ReportPart[] = []): Generator<ReportPart> {
  const known = new Map(previous.map((p) => [p.report.text, p.report]));
  const starts = partStarts(text);
  for (const [i, start] of starts.entries()) {
    const own = text.slice(start, starts[i + 1] ?? text.length);
    const report = known.get(own) ?? readReport(own);
    if (report.sections.length > 0 || report.title) yield { start, report };
  }
}

/**
 * Where reports start in a text: at its beginning, and wherever 一 or 二 comes again after 三; from the title line above it where
 * there is one.
 */
function partStarts(text: string): number[] {
  const starts = [0];
  const lines = readingLines(text);
  let reached = 0;
  let lastEvent = 0;
  lines.forEach((line, i) => {
    const order = isShort(line) ? eventOrder(text, line) : -1;
    if (order < 0) return;
    if (order <= 1 && reached >= 2) {
      starts.push(lines[titleAbove(text, lines, i, lastEvent)]!.start);
      reached = order;
    } else reached = Math.max(reached, order);
    lastEvent = i;
  });
  return starts;
}

const sectionIds = forms['2021'].sections.map((s) => s.id);

/** Which section a line opens, by its heading or by the first label of its table; -1 when it opens none. */
function eventOrder(text: string, line: Line): number {
  const heading = headingOfLine(text, line);
  if (heading) return sectionIds.indexOf(heading.section);
  const table = firstLabelOf(text, line);
  return table ? sectionIds.indexOf(table) : -1;
}

function isShort(line: Line): boolean {
  const length = line.end - line.start;
  return length >= 4 && length <= 120;
}

/** The title line above a first heading, not higher than the last heading of the report before. */
function titleAbove(text: string, lines: readonly Line[], at: number, last: number): number {
  for (let i = at - 1; i > last; i--) {
    const span = trimSpan(text, lines[i]!.start, lines[i]!.end);
    if (span.end - span.start > 60) continue;
    const content = text.slice(span.start, span.end).replace(/\s/g, '');
    if (/(?:信息公开|政务公开).{0,8}(?:报告|年报)$/.test(content) && !/[。；，]/.test(content)) {
      const above = trimSpan(text, lines[i - 1]!.start, lines[i - 1]!.end);
      return i - 1 > last && isOrganLine(text.slice(above.start, above.end)) ? i - 1 : i;
    }
  }
  return at;
}

function isOrganLine(content: string): boolean {
  return (
    content.length >= 3 && content.length <= 30 && /[府厅室局委会办镇乡区县市省]$/.test(content) && !/[。，；：]/.test(content)
  );
}
