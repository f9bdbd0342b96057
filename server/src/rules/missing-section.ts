import { forms, type FormSection } from '../form/form';
import { sectionOf, type Report } from '../report/report';
import { fold } from '../text/fold';
import { localized } from '../text/localized';
import { span, type Span } from '../text/span';
import type { Rule } from './rule';

export const missingSection: Rule = {
  id: 'missing-section',
  group: 'form',
  severity: 'error',
  reads: ['prose'],
  summary: localized('报告由规定的六个部分组成', 'The report has the six sections of the form'),
  *check(report) {
    const sections = forms['2021'].sections;
    for (const [i, section] of sections.entries()) {
      const found = sectionOf(report, section.id);
      if (found?.heading) continue;
      const name = `${section.number}、${section.title}`;
      const titled = isTitledOtherwise(report, section);
      const lost = titled || found !== undefined || proseIsThere(report, section);
      yield {
        span: found ? firstLine(report, found.span) : place(report, sections, i),
        ...(lost ? { severity: 'warning' as const } : {}),
        message: titled
          ? localized(
              `没有找到标题“${name}”：有这个标题，但序号的写法与规定格式不同。请改为“${section.number}、”。`,
              `The heading “${name}” was not found: its title is there, but not with the form's number. Write “${section.number}、”.`,
            )
          : lost
            ? localized(
                `没有找到标题“${name}”，但内容似乎还在：标题可能在复制或提取时丢失。请补上标题。`,
                `The heading “${name}” was not found, but its content seems to be there: copying may have lost it. Add the heading.`,
              )
            : localized(
                `缺少“${name}”部分。年度报告应当包括规定的六个部分，请补上。`,
                `The section “${name}” is missing. The report has to have the six sections of the form; add it.`,
              ),
      };
    }
  },
};

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

/** A line that has the title behind a number of another kind, e.g. `（五）` or `第五章`. */
function isTitledOtherwise(report: Report, section: FormSection): boolean {
  const title = fold(section.title);
  return report.text.split(/[\r\n]+/u).some((line) => {
    if (line.length > 60) return false;
    const folded = fold(line).replace(/[。.:;|]+$/u, '');
    return folded.length <= title.length + 6 && folded.endsWith(title);
  });
}

/** The first line of a section without heading: its table's first labels. */
function firstLine(report: Report, where: Span): Span {
  const start = where.start + Math.max(0, report.text.slice(where.start, where.end).search(/\S/u));
  const lineEnd = report.text.indexOf('\n', start);
  const end = Math.min(lineEnd < 0 ? where.end : lineEnd, where.end);
  return span(start, start + report.text.slice(start, end).trimEnd().length);
}

/** The next heading in the form's order, else the last one before, else the report's title. */
function place(report: Report, sections: readonly FormSection[], at: number): Span {
  const headings = sections.map((section) => sectionOf(report, section.id)?.heading?.span);
  const next = headings.slice(at + 1).find((h) => h !== undefined);
  return next ?? headings.slice(0, at).findLast((h) => h !== undefined) ?? report.title?.span ?? span(0, 0);
}
