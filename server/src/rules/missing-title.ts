import { localized } from '../text/localized';
import { span } from '../text/span';
import type { Rule } from './rule';

export const missingTitle: Rule = {
  id: 'missing-title',
  group: 'form',
  severity: 'hint',
  reads: ['prose'],
  summary: localized('报告有写明机关和年度的标题', 'The report has a title with the organ and the year'),
  *check(report) {
    // A web page's breadcrumb that was read as the title is not the author's.
    if (report.title && (report.title.year !== null || /[>＞»›]/u.test(report.title.text))) return;
    const start = Math.max(0, report.text.search(/\S/u));
    const lineEnd = report.text.indexOf('\n', start);
    const end = Math.min(lineEnd < 0 ? report.text.length : lineEnd, start + 30);
    yield {
      span: report.title?.span ?? span(start, end),
      message: report.title
        ? localized(
            '标题没有写明年度。标题应为“机关名称＋年度＋政府信息公开工作年度报告”。',
            'The title does not say the year. It should name the organ, the year and “政府信息公开工作年度报告”.',
          )
        : localized(
            '没有找到报告标题。开头应有“机关名称＋年度＋政府信息公开工作年度报告”的标题，请补上。',
            'No title was found. The report should begin with the organ, the year and “政府信息公开工作年度报告”.',
          ),
    };
  },
};
