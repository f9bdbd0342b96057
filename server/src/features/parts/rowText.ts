import { formRow, forms, type RowId } from '../../form/form';
import { applyEdits } from '../../fixes/applyEdits';
import type { Report, Row, Table } from '../../report/report';
import type { Edit } from '../../rules/rule';
import { lacksMarks } from '../../text/fillers';
import { cellsOfRow } from './elementAt';
import { plainForm } from './relationText';

/** The rows of the form that a table lacks, in the form's order. A mixed table is asked for nothing: its form is unknown. */
export function missingRows(table: Table): RowId[] {
  if (table.form === 'mixed' || table.id === 'disputes') return [];
  const present = new Set(table.rows.map((row) => row.id));
  return forms[plainForm(table.form)].tables[table.id].rows.map((row) => row.id).filter((id) => !present.has(id));
}

/**
 * A new row written as another row of the same table is: same bars, tabs and padding, its cells blank, because what is
 * not known must not look like a zero. Undefined when no complete row can serve as the pattern.
 */
export function rowLike(report: Report, table: Table, id: RowId, near: Row | undefined): string | undefined {
  // A row that takes several lines, with a rule below, is not written by changing one line.
  if (table.layout === 'ruledRows') return undefined;
  const pattern = near && isPattern(near) ? near : table.rows.find(isPattern);
  const label = formRow(table.id, id, plainForm(table.form))?.label;
  if (!pattern || label === undefined) return undefined;
  const line = lineOf(report.text, pattern);
  if (lacksMarks(report.text.slice(line.start, line.end))) return undefined;
  const within = (edit: Edit): Edit => ({
    ...edit,
    span: { start: edit.span.start - line.start, end: edit.span.end - line.start },
  });
  const edits: Edit[] = [
    { span: pattern.label.span, newText: label },
    ...cellsOfRow(pattern).map((cell) => ({ span: cell.span, newText: '' })),
  ];
  return applyEdits(report.text.slice(line.start, line.end), edits.map(within));
}

function isPattern(row: Row): boolean {
  return row.reading === 'complete';
}

/** From the start of the line with the label to the end of the row. */
function lineOf(text: string, row: Row) {
  const first = Math.min(row.label.span.start, row.span.start);
  const rest = /[\r\n]/.exec(text.slice(row.span.end));
  const end = rest ? row.span.end + rest.index : text.length;
  return { start: Math.max(text.lastIndexOf('\n', first - 1), text.lastIndexOf('\r', first - 1)) + 1, end };
}
