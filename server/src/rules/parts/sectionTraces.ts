import { forms, type FormSection } from '../../form/form';
import { sectionOf, type Report } from '../../report/report';
import { fold } from '../../text/fold';
import { linesOf } from '../../text/lines';
import { span, type Span } from '../../text/span';

/** How a section without heading still shows: by its title, or by its content alone. */
export type Trace = 'title' | 'content';

/** What is left of a section without heading: its title behind another number, or its content alone. */
export function traceOf(report: Report, section: FormSection): Trace | undefined {
  if (isTitledOtherwise(report, section)) return 'title';
  return sectionOf(report, section.id) || proseIsThere(report, section) ? 'content' : undefined;
}

/**
 * A line that has the title behind the section's own number written in another way, e.g. `（五）` or `（5）`, or behind any number
 * where the section's table follows. Else it is a sub-heading of another section.
 */
function isTitledOtherwise(report: Report, section: FormSection): boolean {
  const title = fold(section.title);
  const tableStart = Object.values(report.tables).find((table) => table.id === section.id)?.span.start;
  return linesOf(report.text).some(({ start, end }) => {
    if (end - start > 60) return false;
    const folded = fold(report.text.slice(start, end)).replace(/[。.:;|]+$/u, '');
    if (folded.length > title.length + 6 || !folded.endsWith(title)) return false;
    return isNumberOf(section, folded.slice(0, -title.length)) || isRightBefore(report.text, end, tableStart);
  });
}

/** Whether the marks before a title number the section's own place: `(五)`, `(5)`, `第五篇`. */
function isNumberOf(section: FormSection, marks: string): boolean {
  const number = marks.replace(/[^\p{L}\p{N}]|[第部分章节篇]/gu, '');
  const place = forms['2021'].sections.indexOf(section) + 1;
  return number === section.number || (/^0?\d$/.test(number) && Number(number) === place);
}

/** Whether at most one short line, such as a unit or a caption, stands between a line's end and a table. */
function isRightBefore(text: string, end: number, tableStart: number | undefined): boolean {
  return tableStart !== undefined && end <= tableStart && text.slice(end, tableStart).trim().length <= 30;
}

/** Prose that stands where a lost heading's section would stand. */
function proseIsThere(report: Report, section: FormSection): boolean {
  const written = (where: Span) => report.text.slice(where.start, where.end).trim();
  switch (section.id) {
    case 'overview': {
      const preamble = report.preamble === null ? '' : written(report.preamble);
      return preamble.length > 600 || /[（(]一[)）]|一是/u.test(preamble);
    }
    case 'problems': {
      const body = sectionOf(report, 'disputes')?.body;
      const tableEnd = Math.max(0, ...(report.tables.disputes?.rows ?? []).map((row) => row.span.end));
      return body !== undefined && tableEnd > 0 && written(span(tableEnd, body.end)).length > 100;
    }
    case 'otherMatters': {
      const bodies = report.sections.filter((s) => s.id === 'problems' || s.id === 'disputes').map((s) => s.body);
      return bodies.some((body) => /信息处理费|(?:收取|产生).{0,12}费/u.test(written(body)));
    }
    default:
      return false;
  }
}
