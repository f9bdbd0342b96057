import { removeResidue } from '../fixes/residueFixes';
import type { Report, Residue } from '../report/report';
import { localized, type Localized } from '../text/localized';
import { span, type Span } from '../text/span';
import type { Rule } from './rule';

export const extractionResidue: Rule = {
  id: 'extraction-residue',
  group: 'form',
  severity: 'hint',
  reads: [],
  anyForm: true,
  summary: localized(
    '正文中残留书签标记、网页文字或页码',
    'Bookmark marks, web page text or page numbers were left in the report',
  ),
  *check(report) {
    for (const residue of merged(report)) {
      yield {
        span: residue.span,
        message: messages[residue.kind],
        fixes: [removeResidue(report.text, residue.span, residue.kind)],
      };
    }
  },
};

const messages: Readonly<Record<Residue['kind'], Localized>> = {
  bookmark: localized(
    '这是从 Word 复制时带出的书签标记，不是报告内容。请删除。',
    'This is a bookmark mark left over from Word, not part of the report. Delete it.',
  ),
  furniture: localized(
    '这是网页上的导航、登录等文字，不是报告内容。请删除。',
    'This is navigation or login text of the web page, not part of the report. Delete it.',
  ),
  pageNumber: localized(
    '表格中夹有页码，是从 PDF 提取时带出的。请删除。',
    'A page number stands inside the table, left over from the PDF. Delete it.',
  ),
};

/** Lines of page text that follow each other are one finding. */
function merged(report: Report): { readonly kind: Residue['kind']; readonly span: Span }[] {
  const list: { kind: Residue['kind']; span: Span }[] = [];
  for (const { kind, span: here } of [...report.residue].sort((a, b) => a.span.start - b.span.start)) {
    const last = list.at(-1);
    const between = last ? report.text.slice(last.span.end, here.start) : '';
    if (last && kind === 'furniture' && last.kind === kind && between.trim() === '') last.span = span(last.span.start, here.end);
    else list.push({ kind, span: here });
  }
  return list;
}
