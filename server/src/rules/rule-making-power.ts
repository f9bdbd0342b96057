import { localized } from '../text/localized';
import { readTables, relatedCell } from './parts/cellFindings';
import { organRank } from './parts/organRank';
import type { Rule } from './rule';

export const ruleMakingPower: Rule = {
  id: 'rule-making-power',
  group: 'arithmetic',
  severity: 'hint',
  reads: ['proactive'],
  summary: localized(
    '无规章制定权的机关不应报告规章件数',
    'An organ without the power to make government rules should report none',
  ),
  *check(report) {
    if (organRank(report.organ) === null) return;
    const row = readTables(report)
      .find((t) => t.id === 'proactive')
      ?.rows.find((r) => r.id === 'rules');
    const positive = (row?.expected ?? []).flatMap((column) => {
      const cell = row?.cells[column];
      return cell && cell.value !== null && cell.value > 0 ? [cell] : [];
    });
    const [first, ...others] = positive;
    if (!first) return;
    yield {
      span: first.span,
      table: 'proactive',
      row: 'rules',
      column: first.column,
      actual: first.value,
      message: localized(
        `“${report.organ}”报告了规章 ${first.text} 件。只有国务院部门和省级、设区的市、自治州的人民政府可以制定规章；请检查是否把规范性文件填成了规章。`,
        `“${report.organ}” reports ${first.text} government rules. Only ministries and the governments of provinces, cities with districts and prefectures can make them; check whether normative documents were entered here.`,
      ),
      related: others.map((cell) => relatedCell('proactive', cell)),
    };
  },
};
