import { numberFix } from '../fixes/headingFixes';
import { forms, type FormSection } from '../form/form';
import type { Heading } from '../report/report';
import { fold } from '../text/fold';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const sectionNumber: Rule = {
  id: 'section-number',
  group: 'form',
  severity: 'warning',
  reads: [],
  summary: localized('六个部分统一用一、二、三、四、五、六编号', 'The six sections are numbered 一 to 六 in one style'),
  *check(report) {
    const numbered = report.sections.filter((section) => section.heading?.number).length;
    for (const section of report.sections) {
      const form = forms['2021'].sections.find((s) => s.id === section.id);
      const heading = section.heading;
      if (!form || !heading || isNumbered(heading, form)) continue;
      // List numbers that an extractor dropped from all headings are not the author's fault.
      if (!heading.number && numbered * 2 < report.sections.length) continue;
      const fix = numberFix(heading, form);
      yield {
        span: heading.number?.span ?? heading.span,
        ...(heading.number ? {} : { severity: 'hint' as const }),
        message: heading.number
          ? localized(
              `序号“${heading.number.text.trim()}”与规定格式不同，这一部分的序号应为“${form.number}、”。请统一用一至六编号。`,
              `The number “${heading.number.text.trim()}” differs from the form; this section is “${form.number}、”. Number all six alike.`,
            )
          : localized(
              `标题“${heading.text}”没有序号，应为“${form.number}、”。请补上。`,
              `The heading “${heading.text}” has no number; it should be “${form.number}、”. Add it.`,
            ),
        fixes: fix ? [fix] : [],
      };
    }
  },
};

function isNumbered(heading: Heading, form: FormSection): boolean {
  const number = heading.number === null ? '' : fold(heading.number.text);
  return number.startsWith(form.number) && !/[一二三四五六七八九十\d]/u.test(number.slice(1));
}
