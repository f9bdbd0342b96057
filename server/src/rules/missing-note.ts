import { sectionOf } from '../report/report';
import { fold } from '../text/fold';
import { localized } from '../text/localized';
import { readTables } from './parts/cellFindings';
import type { Rule } from './rule';

export const missingNote: Rule = {
  id: 'missing-note',
  group: 'form',
  severity: 'hint',
  reads: ['prose'],
  summary: localized('申请情况表应印有勾稽关系说明', 'The applications table carries the printed balance note'),
  *check(report) {
    const table = readTables(report).find((t) => t.id === 'applications');
    const first = table?.header[0];
    // Text from a PDF cuts the note to pieces among the header cells, and a table without header lost it with the header.
    if (!table || table.note || !first || table.layout === 'pdfText') return;
    const start = sectionOf(report, 'applications')?.span.start ?? table.span.start;
    if (/勾稽|本列数据|加第[二四]项/u.test(fold(report.text.slice(Math.min(start, table.span.start), table.span.end)))) return;
    yield {
      span: first.span,
      table: 'applications',
      message: localized(
        '表头左上格缺少“（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）”的说明。请按表式补上。',
        'The top left cell of the table lacks the printed note on how its numbers balance. Add it as in the form.',
      ),
    };
  },
};
