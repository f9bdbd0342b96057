import { forms, tableIds, type SectionId, type TableId } from '../form/form';
import { sectionOf, type Heading, type Report } from '../report/report';
import { localized } from '../text/localized';
import type { FindingDraft, Rule } from './rule';
import { isScattered } from './parts/scatteredTables';

export const missingTable: Rule = {
  id: 'missing-table',
  group: 'completeness',
  severity: 'warning',
  reads: [],
  summary: localized('二、三、四部分标题下应有表格', 'Sections 二, 三 and 四 hold their table'),
  *check(report) {
    for (const id of tableIds) {
      const heading = sectionOf(report, forms['2021'].tables[id].section)?.heading;
      if (!heading || report.tables[id] || isScattered(report, id)) continue;
      yield isLeftOut(report, forms['2021'].tables[id].section) ? leftOut(heading, id) : missing(heading, id);
    }
  },
};

function missing(heading: Heading, table: TableId): FindingDraft {
  return {
    span: heading.span,
    table,
    message: localized(
      `“${heading.text}”下没有读到表格：可能是图片、文字叙述或者漏填。请按规定格式以表格形式报告。`,
      `No table was found under “${heading.text}”: it may be a picture, prose or missing. Report it as the form's table.`,
    ),
  };
}

/** Whether a converter left the section's table out and said so in its place. */
function isLeftOut(report: Report, section: SectionId): boolean {
  const body = sectionOf(report, section)?.body;
  return body !== undefined && /^\s*\[TABLE\]\s*$/m.test(report.text.slice(body.start, body.end));
}

function leftOut(heading: Heading, table: TableId): FindingDraft {
  return {
    span: heading.span,
    severity: 'hint',
    table,
    message: localized(
      `“${heading.text}”下的表格在转换时被略去了，只留下 [TABLE]，没有检查。请换用有表格的文本。`,
      `The table under “${heading.text}” was left out by a converter, which wrote [TABLE]; it was not checked. Use a text that has it.`,
    ),
  };
}
