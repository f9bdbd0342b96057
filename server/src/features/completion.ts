import { CompletionItemKind, type CompletionItem, type CompletionParams } from 'vscode-languageserver';
import { forms, type FormSection } from '../form/form';
import { relationsOfCell } from '../report/relations';
import type { Report, Table } from '../report/report';
import { rowName } from '../report/names';
import { localized } from '../text/localized';
import { contains, shiftSpan, span, type Span } from '../text/span';
import { elementAt, tablesOf } from './parts/elementAt';
import { plainForm, relationName, relationText } from './parts/relationText';
import { missingRows, rowLike } from './parts/rowText';
import { isSum } from './parts/totals';
import { partAt, say, type Feature, type View, type ViewPart } from './view';

/** The value of the total at the cursor, the rows that the table there lacks, or the heading of the next section. */
export const completion: Feature<CompletionParams, CompletionItem[]> = {
  method: 'textDocument/completion',
  capability: () => ({ completionProvider: { triggerCharacters: ['、', '（', '\t'] } }),
  handle(view, params) {
    const offset = view.positions.offset(params.position);
    const place = partAt(view, offset);
    if (!place) return headingItems(view, undefined, lineBefore(view.text, offset), offset);
    const { part, at } = place;
    const table = tablesOf(part.report).find((t) => contains(t.span, at));
    const total = table && totalItems(view, part, at);
    if (total && total.length > 0) return total;
    const line = lineBefore(view.text, offset);
    if (table) return rowItems(view, part, table, line, at);
    return headingItems(view, part, line, at);
  },
};

/** The computed value of a total, offered in place of what is written. */
function totalItems(view: View, part: ViewPart, at: number): CompletionItem[] {
  const element = elementAt(part.report, at);
  if (element?.kind !== 'cell') return [];
  const { cell, table } = element;
  const sums = relationsOfCell(part.report, table.id, cell.row, cell.column).filter(
    (r) => isSum(r) && r.standsOn.row === cell.row && r.standsOn.column === cell.column,
  );
  const seen = new Set<number>();
  return sums.flatMap((relation): CompletionItem[] => {
    const parts = relation.left.map((term) => term.cell?.value);
    if (parts.some((value) => value === null || value === undefined)) return [];
    const sum = parts.reduce((total: number, value) => total + value!, 0);
    if (seen.has(sum)) return [];
    seen.add(sum);
    const range = view.positions.range(shiftSpan(cell.span, part.start));
    const detail = `${say(view, relationName(relation))}: ${say(view, relationText(relation))}`;
    const filterText = cell.text || String(sum);
    return [
      {
        label: String(sum),
        kind: CompletionItemKind.Value,
        detail,
        filterText,
        preselect: true,
        textEdit: { range, newText: String(sum) },
      },
    ];
  });
}

/** The rows of the form that the table lacks, written as its other rows are; only where a line is empty. */
function rowItems(view: View, part: ViewPart, table: Table, line: Span, at: number): CompletionItem[] {
  if (view.text.slice(line.start, line.end).trim() !== '') return [];
  const before = [...table.rows].reverse().find((row) => row.span.end <= at);
  return missingRows(table)
    .flatMap((id): CompletionItem[] => {
      const newText = rowLike(part.report, table, id, before);
      if (newText === undefined) return [];
      const range = view.positions.range(line);
      return [
        {
          label: rowName(table.id, id, plainForm(table.form)),
          kind: CompletionItemKind.Struct,
          detail: say(view, localized('本表缺少的行', 'A row this table lacks')),
          filterText: view.text.slice(line.start, line.end) + newText,
          textEdit: { range, newText },
        },
      ];
    })
    .map((item, i) => ({ ...item, sortText: String(i).padStart(3, '0') }));
}

/** The headings that are still missing, the one that comes next first; only where a heading may stand: at a line's start. */
function headingItems(view: View, part: ViewPart | undefined, line: Span, at: number): CompletionItem[] {
  const typed = view.text.slice(line.start, line.end);
  if (!/^\s*[一二三四五六]?、?\S{0,6}$/.test(typed)) return [];
  const sections = forms[plainForm(part?.report.form)].sections;
  const present = new Set(part?.report.sections.filter((s) => s.heading).map((s) => s.id));
  const reached = part ? lastBefore(part.report, sections, at) : -1;
  const missing = sections.filter((section) => !present.has(section.id));
  const ordered = [
    ...missing.filter((s) => sections.indexOf(s) > reached),
    ...missing.filter((s) => sections.indexOf(s) <= reached),
  ];
  return ordered.map((section, i) => {
    const newText = `${section.number}、${section.title}`;
    return {
      label: newText,
      kind: CompletionItemKind.Module,
      detail: say(view, localized('规定的标题', 'Heading of the form')),
      filterText: newText,
      sortText: String(i),
      preselect: i === 0,
      textEdit: { range: view.positions.range(line), newText },
    };
  });
}

function lastBefore(report: Report, sections: readonly FormSection[], at: number): number {
  const before = report.sections.filter((section) => section.span.start < at && section.heading && section.heading.span.end < at);
  return Math.max(-1, ...before.map((section) => sections.findIndex((s) => s.id === section.id)));
}

/** From the start of the line to the offset. */
function lineBefore(text: string, offset: number): Span {
  return span(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
}
