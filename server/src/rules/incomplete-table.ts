import { forms, tableIds, type TableId } from '../form/form';
import { sectionOf, type Report, type Table } from '../report/report';
import { localized } from '../text/localized';
import type { Span } from '../text/span';
import type { FindingDraft, Rule } from './rule';
import { isScattered } from './parts/scatteredTables';

export const incompleteTable: Rule = {
  id: 'incomplete-table',
  group: 'completeness',
  severity: 'hint',
  reads: [],
  summary: localized(
    '表格在提取文字时残缺，大部分数已丢失，不作勾稽检查',
    'The text extraction lost most of the table; its arithmetic is not checked',
  ),
  *check(report) {
    for (const id of tableIds) {
      const table = report.tables[id];
      if (isScattered(report, id)) yield scattered(report, id);
      if (table?.status !== 'incomplete') continue;
      const { cells, cellsExpected, rows, rowsExpected } = table.coverage;
      const title = forms['2021'].tables[id].title;
      yield {
        span: place(report, table),
        table: id,
        message: localized(
          `“${title.zh}”表残缺：${rowsExpected} 行中读到 ${rows} 行，${cellsExpected} 个数中读到 ${cells} 个，多半是复制或提取时丢失。此表不作勾稽检查，请换用完整的文本。`,
          `The table “${title.en}” is incomplete: ${rows} of ${rowsExpected} rows and ${cells} of ${cellsExpected} numbers were read; copying or extraction probably lost the rest. Its sums are not checked; use a complete text.`,
        ),
      };
    }
  },
};

function scattered(report: Report, id: TableId): FindingDraft {
  const { title, section } = forms['2021'].tables[id];
  return {
    span: sectionOf(report, section)!.heading!.span,
    table: id,
    message: localized(
      `“${title.zh}”表没有读出来：文字里有表中的项目，但复制或提取时行列连在了一起。此表不作勾稽检查，请换用完整的文本。`,
      `The table “${title.en}” could not be read: its wording is there, but copying or extraction ran rows and columns together. Its sums are not checked; use a complete text.`,
    ),
  };
}

/** The section's heading, else the table's first label: a whole broken table would be too much to mark. */
function place(report: Report, table: Table): Span {
  const heading = sectionOf(report, forms['2021'].tables[table.id].section)?.heading;
  const labels = [...table.header, ...table.groups, ...table.rows.map((row) => row.label)].map((label) => label.span);
  return heading?.span ?? labels.sort((a, b) => a.start - b.start)[0] ?? table.span;
}
