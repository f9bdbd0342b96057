import type { Report } from '../report/report';
import { localized } from '../text/localized';
import { rowName } from '../report/names';
import type { FindingDraft, Rule } from './rule';

export const madeNotPublished: Rule = {
  id: 'made-not-published',
  group: 'arithmetic',
  severity: 'hint',
  reads: ['proactive'],
  summary: localized(
    '2019 年表式：本年有制作，对外公开总数量却是零',
    '2019 form: documents were made this year but the published total is zero',
  ),
  *check(report) {
    for (const row of ['rules', 'normativeDocuments']) yield* inRow(report, row);
  },
};

function* inRow(report: Report, id: string): Iterable<FindingDraft> {
  const table = report.tables.proactive;
  const row = table?.status === 'read' ? table.rows.find((r) => r.id === id) : undefined;
  const made = row?.cells['made'];
  const published = row?.cells['publishedTotal'];
  if (!row || !made?.value || published?.value !== 0) return;
  const name = rowName('proactive', id, '2019');
  yield {
    span: row.label.span,
    table: 'proactive',
    row: id,
    message: localized(
      `“${name}”本年新制作 ${made.value} 件，对外公开总数量却是 0。制作的${name}应当主动公开，请核对对外公开总数量。`,
      `“${name}”: ${made.value} made this year but the published total is 0. They should be published; check the total.`,
    ),
    related: [made, published].map((cell) => ({
      span: cell.span,
      row: cell.row,
      column: cell.column,
      value: cell.value,
      message: localized(`${name}：${cell.text}`, `${name}: ${cell.text}`),
    })),
  };
}
