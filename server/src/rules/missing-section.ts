import { forms, type FormSection } from '../form/form';
import { sectionOf, type Report } from '../report/report';
import { fold } from '../text/fold';
import { linesOf } from '../text/lines';
import { localized, type Localized } from '../text/localized';
import { span, type Span } from '../text/span';
import { cutOff, type CutOff } from './parts/cutOff';
import type { FindingDraft, Rule } from './rule';

export const missingSection: Rule = {
  id: 'missing-section',
  group: 'form',
  severity: 'error',
  reads: ['prose'],
  summary: localized('报告由规定的六个部分组成', 'The report has the six sections of the form'),
  *check(report) {
    const missing = forms['2021'].sections.filter((section) => !sectionOf(report, section.id)?.heading);
    const cut = cutOff(report);
    const isCut = cut !== undefined && !cut.lost.some((section) => traceOf(report, section));
    for (const section of missing) if (!isCut || !cut.lost.includes(section)) yield findingFor(report, section);
    if (isCut) yield cutFinding(cut);
  },
};

/** What is left of a section without heading: its title behind another number, or its content alone. */
function traceOf(report: Report, section: FormSection): 'title' | 'content' | undefined {
  if (isTitledOtherwise(report, section)) return 'title';
  return sectionOf(report, section.id) || proseIsThere(report, section) ? 'content' : undefined;
}

function findingFor(report: Report, section: FormSection): FindingDraft {
  const found = sectionOf(report, section.id);
  const trace = traceOf(report, section);
  return {
    span: found ? firstLine(report, found.span) : place(report, section),
    ...(trace ? { severity: 'warning' as const } : {}),
    message: messageFor(section, trace),
  };
}

function messageFor(section: FormSection, trace: 'title' | 'content' | undefined): Localized {
  const name = `${section.number}、${section.title}`;
  switch (trace) {
    case 'title':
      return localized(
        `没有找到标题“${name}”：有这个标题，但序号的写法与规定格式不同。请改为“${section.number}、”。`,
        `The heading “${name}” was not found: its title is there, but not with the form's number. Write “${section.number}、”.`,
      );
    case 'content':
      return localized(
        `没有找到标题“${name}”，但内容似乎还在：标题可能在复制或提取时丢失。请补上标题。`,
        `The heading “${name}” was not found, but its content seems to be there: copying may have lost it. Add the heading.`,
      );
    case undefined:
      return localized(
        `缺少“${name}”部分。年度报告应当包括规定的六个部分，请补上。`,
        `The section “${name}” is missing. The report has to have the six sections of the form; add it.`,
      );
  }
}

/** One finding for all that is missing behind the place where the text breaks off. */
function cutFinding({ section, lost, rest }: CutOff): FindingDraft {
  const form = forms['2021'].sections.find((s) => s.id === section.id)!;
  const numbers = lost.map((s) => s.number).join('、');
  return {
    span: rest,
    severity: 'warning',
    message: localized(
      `文字在第${form.number}部分“${form.title}”中间断了，后面没有第${numbers}部分：多半在复制或提取时丢失。请把其余内容补全。`,
      `The text breaks off in the middle of section ${form.number}, and section ${numbers} is not there: what follows was probably lost in copying. Paste the rest.`,
    ),
  };
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

/** The first line of a section without heading: its table's first labels. */
function firstLine(report: Report, where: Span): Span {
  const start = where.start + Math.max(0, report.text.slice(where.start, where.end).search(/\S/u));
  const lineEnd = report.text.indexOf('\n', start);
  const end = Math.min(lineEnd < 0 ? where.end : lineEnd, where.end);
  return span(start, start + report.text.slice(start, end).trimEnd().length);
}

/** The next heading in the form's order, else the last one before, else the report's title. */
function place(report: Report, section: FormSection): Span {
  const { sections } = forms['2021'];
  const at = sections.indexOf(section);
  const headings = sections.map((one) => sectionOf(report, one.id)?.heading?.span);
  const next = headings.slice(at + 1).find((h) => h !== undefined);
  return next ?? headings.slice(0, at).findLast((h) => h !== undefined) ?? report.title?.span ?? span(0, 0);
}
