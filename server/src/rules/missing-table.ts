import { forms, tableIds, type TableId } from '../form/form';
import { sectionOf, type Heading, type Report, type Section } from '../report/report';
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
      if (isLeftOut(report, section)) yield leftOut(section.heading, id);
      else if (isGarbled(report, section.body)) yield garbled(section.heading, id);
      else yield missing(section.heading, id);
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
function isLeftOut(report: Report, { body }: Section): boolean {
  return /^\s*\[TABLE\]\s*$/m.test(report.text.slice(body.start, body.end));
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

function garbled(heading: Heading, table: TableId): FindingDraft {
  return {
    span: heading.span,
    severity: 'hint',
    table,
    message: localized(
      `“${heading.text}”下的表格没有读出来：这一部分有乱码，表格多半在提取时损坏。请换用完好的文本。`,
      `The table under “${heading.text}” could not be read: characters of the section are garbled, and extraction probably broke the table. Use a sound text.`,
    ),
  };
}
