import type { ColumnId, RowId, TableId } from '../../form/form';
import type { RepairEdit, RepairPart } from '../../repair/repair';
import { relationsOfCell } from '../../report/relations';
import { columnName, rowName } from '../../report/names';
import type { Finding } from '../../rules/rule';
import { localized, type Localized } from '../../text/localized';
import { plainForm } from './relationText';
import type { ViewPart } from '../view';

/** The rule of the findings that name the cell to blame. */
const causeRule = 'wrong-cell';

/** Explanations listed in a hover; more of them help nobody to choose. */
const maximumListed = 3;

/** The findings that say for certain which cells are wrong, each with the value that is right. */
export function blamedCells(part: ViewPart): readonly Finding[] {
  return part.shown.filter((finding) => finding.rule === causeRule && finding.expected !== undefined);
}

/** The independent parts of the repair of which something is known for certain or in a complete list. */
export function repairParts(part: ViewPart): readonly RepairPart[] {
  return (part.repair?.parts ?? []).filter((p) => p.status !== 'undecided' && p.options.length > 0);
}

/** What the least-change repair says about one cell: its value in the only answer, or in each of several. */
export function repairNotes(part: ViewPart, table: TableId, row: RowId, column: ColumnId): Localized[] {
  const isHere = (cell: { table?: string; row?: string; column?: string }) =>
    cell.table === table && cell.row === row && cell.column === column;
  const blamed = blamedCells(part).find(isHere);
  if (blamed) {
    const broken = relationsOfCell(part.report, table, row, column).filter((r) => r.status === 'violated').length;
    return [
      localized(
        `改动最少的办法：此格应为 ${blamed.expected}（涉及 ${broken} 条不平的勾稽关系）。`,
        `Fewest changes: this cell should be ${blamed.expected} (${broken} broken relations meet here).`,
      ),
    ];
  }
  return repairParts(part)
    .filter((p) => !p.unique)
    .flatMap((p) => p.options.filter((option) => option.some(isHere)))
    .slice(0, maximumListed)
    .map((option) => {
      const list = option.map((edit) => editText(part, edit));
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
