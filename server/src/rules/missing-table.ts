import { forms, tableIds } from '../form/form';
import { sectionOf, type Report, type Section } from '../report/report';
import { localized } from '../text/localized';
import type { FindingDraft, Rule } from './rule';
import { isGarbled } from './parts/garbledText';
import { isScattered } from './parts/scatteredTables';

export const missingTable: Rule = {
  id: 'missing-table',
  group: 'completeness',
  severity: 'warning',
  reads: [],
  summary: localized('二、三、四部分标题下应有表格', 'Sections 二, 三 and 四 hold their table'),
  *check(report) {
    for (const id of tableIds) {
      const section = sectionOf(report, forms['2021'].tables[id].section);
      if (!section?.heading || report.tables[id] || isScattered(report, id)) continue;
      yield { span: section.heading.span, table: id, ...said(report, section, section.heading.text) };
    }
  },
};

function said(report: Report, section: Section, heading: string): Pick<FindingDraft, 'message' | 'severity'> {
  if (isLeftOut(report, section))
    return {
      severity: 'hint',
      message: localized(
        `“${heading}”下的表格在转换时被略去了，只留下 [TABLE]，没有检查。请换用有表格的文本。`,
        `The table under “${heading}” was left out by a converter, which wrote [TABLE]; it was not checked. Use a text that has it.`,
      ),
    };
  if (isGarbled(report, section.body))
    return {
      severity: 'hint',
      message: localized(
        `“${heading}”下的表格没有读出来：这一部分有乱码，表格多半在提取时损坏。请换用完好的文本。`,
        `The table under “${heading}” could not be read: characters of the section are garbled, and extraction probably broke the table. Use a sound text.`,
      ),
    };
  return {
    message: localized(
      `“${heading}”下没有读到表格：可能是图片、文字叙述或者漏填。请按规定格式以表格形式报告。`,
      `No table was found under “${heading}”: it may be a picture, prose or missing. Report it as the form's table.`,
    ),
  };
}

/** Whether a converter left the section's table out and said so in its place. */
function isLeftOut(report: Report, { body }: Section): boolean {
  return /^\s*\[TABLE\]\s*$/m.test(report.text.slice(body.start, body.end));
}
