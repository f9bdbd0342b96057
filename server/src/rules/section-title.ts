import { titleFix } from '../fixes/headingFixes';
import { forms } from '../form/form';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const sectionTitle: Rule = {
  id: 'section-title',
  group: 'form',
  severity: 'warning',
  reads: [],
  summary: localized('部分标题与规定格式一致', "Section headings have the form's wording"),
  *check(report) {
    for (const section of report.sections) {
      const form = forms['2021'].sections.find((s) => s.id === section.id);
      const heading = section.heading;
      if (!form || !heading || (heading.match !== 'near' && heading.match !== 'synonym')) continue;
      const fix = titleFix(report.text, heading, form);
      const slip = fix?.kind === 'safe';
      yield {
        span: heading.span,
        ...(slip ? { severity: 'hint' as const } : {}),
        message: localized(
          `标题“${heading.title.text}”与规定格式${slip ? '差一个字或标点' : '不同'}，应为“${form.title}”。请改为规定的标题。`,
          `The heading “${heading.title.text}” ${slip ? 'is one character off' : 'differs from the form'}; it should be “${form.title}”.`,
        ),
        fixes: fix ? [fix] : [],
      };
    }
  },
};
