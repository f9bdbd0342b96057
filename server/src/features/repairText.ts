import type { ColumnId, RowId, TableId } from '../form/form';
import type { RepairEdit } from '../repair/repair';
import { relationsOfCell } from '../report/relations';
import { columnName, rowName } from '../report/names';
import { localized, type Localized } from '../text/localized';
import { plainForm } from './relationText';
import type { ViewPart } from './view';

/** What the least-change repair says about one cell: its value in the only answer, or in each of several. */
export function repairNotes(part: ViewPart, table: TableId, row: RowId, column: ColumnId): Localized[] {
  const { repair } = part;
  if (!repair || repair.status === 'undecided') return [];
  const isHere = (edit: RepairEdit) => edit.table === table && edit.row === row && edit.column === column;
  const sure = repair.edits.find(isHere);
  if (repair.unique) {
    if (!sure) return [];
    const broken = relationsOfCell(part.report, table, row, column).filter((r) => r.status === 'violated').length;
    return [
      localized(
        `改动最少的办法：此格应为 ${sure.value}，改后 ${broken} 条不平的勾稽关系成立。`,
        `Fewest changes: this cell should be ${sure.value}; ${broken} broken relations then hold.`,
      ),
    ];
  }
  const answers = [repair.edits, ...repair.alternatives].filter((edits) => edits.some(isHere));
  return answers.map((edits) => {
    const list = edits.map((edit) => editText(part, edit));
    return localized(
      `一种可能（改动同样少）：${list.join('；')}。`,
      `One explanation (equally few changes): ${list.join('; ')}.`,
    );
  });
}

/** One change as a person reads it, e.g. `（一）予以公开 · 自然人 9 → 11`. */
export function editText(part: ViewPart, edit: RepairEdit): string {
  const form = plainForm(part.report.form);
  return `${rowName(edit.table, edit.row, form)} · ${columnName(edit.table, edit.column, form)} ${edit.actual ?? '□'} → ${edit.value}`;
}
