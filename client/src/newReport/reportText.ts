import { forms, tableIds, type TableId } from '../../../server/src/form/form';
import { blankSource, formGrid } from '../../../server/src/features/tableText/formGrid';
import { writeGrid, type WritableLayout } from '../../../server/src/features/tableText/writeGrid';
import { cellOf, type Report } from '../../../server/src/report/report';

export type TemplateKind = 'government' | 'department' | 'town';

export interface NewReport {
  readonly organ: string;
  readonly year: number;
  readonly kind: TemplateKind;
  readonly layout: WritableLayout;
}

/** A report to fill in: the form with blank cells, and what last year's report already tells. */
export function writeReport({ organ, year, kind, layout }: NewReport, previous?: Report): string {
  const form = forms['2021'];
  const heading = layout === 'markdown' ? '## ' : '';
  const sections = form.sections.map((section) => {
    const body = isTable(section.id) ? tableText(section.id, layout, previous) : prose[section.id]!(kind);
    return `${heading}${section.number}、${section.title}\n\n${body}\n`;
  });
  const title = `${layout === 'markdown' ? '# ' : ''}${organ}${year}年政府信息公开工作年度报告`;
  const preamble = `根据《中华人民共和国政府信息公开条例》的规定，现公布${organ}${year}年政府信息公开工作年度报告。本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`;
  // Departments report by the end of January, governments by the end of March.
  const month = kind === 'department' ? 1 : 3;
  return [title, '', preamble, '', ...sections, organ, `${year + 1}年${month}月    日`, ''].join('\n');
}

const prose: Readonly<Record<string, (kind: TemplateKind) => string>> = {
  overview: (kind) =>
    [
      '（一）主动公开情况。',
      '（二）依申请公开情况。',
      '（三）政府信息管理情况。',
      '（四）政府信息公开平台建设情况。',
      kind === 'government' ? '（五）监督保障情况（工作考核、社会评议、责任追究）。' : '（五）监督保障情况。',
    ].join('\n\n'),
  problems: () => '主要问题：\n\n改进情况：',
  otherMatters: () => '收取信息处理费情况：',
};

function isTable(id: string): id is TableId {
  return (tableIds as readonly string[]).includes(id);
}

function tableText(table: TableId, layout: WritableLayout, previous: Report | undefined): string {
  const value = (row: string, column: string) => (previous && carriedOver(previous, table, row, column)) ?? '';
  return writeGrid(formGrid('2021', table, { ...blankSource('2021', table), value }), layout).join('\n');
}

/** What was carried over to this year is this year's carry-in; documents in force are the stock this year starts with. */
function carriedOver(previous: Report, table: TableId, row: string, column: string): string | undefined {
  if (table === 'applications' && row === 'carriedIn') return cellOf(previous, table, 'carriedOut', column)?.text;
  if (table === 'proactive' && column === 'inForce') return cellOf(previous, table, row, column)?.text;
  return undefined;
}
