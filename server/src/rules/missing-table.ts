import { forms, tableIds } from '../form/form';
import { sectionOf } from '../report/report';
import { localized } from '../text/localized';
import type { Rule } from './rule';
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
      yield {
        span: heading.span,
        table: id,
        message: localized(
          `“${heading.text}”下没有读到表格：可能是图片、文字叙述或者漏填。请按规定格式以表格形式报告。`,
          `No table was found under “${heading.text}”: it may be a picture, prose or missing. Report it as the form's table.`,
        ),
      };
    }
  },
};
