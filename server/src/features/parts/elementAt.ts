import type { Position } from 'vscode-languageserver';
import type { Cell, HeaderCell, LabelText, Report, Row, Section, Table } from '../../report/report';
import { contains, type Span } from '../../text/span';
import { partAt, type View, type ViewPart } from '../view';

/** What stands at a place of a report. */
export type ReportElement =
  | { readonly kind: 'cell'; readonly span: Span; readonly table: Table; readonly row: Row; readonly cell: Cell }
  | { readonly kind: 'label'; readonly span: Span; readonly table: Table; readonly row: Row }
  | { readonly kind: 'header'; readonly span: Span; readonly table: Table; readonly header: HeaderCell }
  | { readonly kind: 'group'; readonly span: Span; readonly table: Table; readonly group: LabelText }
  | { readonly kind: 'note'; readonly span: Span; readonly table: Table }
  | { readonly kind: 'heading'; readonly span: Span; readonly section: Section }
  | { readonly kind: 'title'; readonly span: Span };

/** The element at a position of a document, with the report it belongs to. */
export function elementAtPosition(view: View, position: Position): { part: ViewPart; element: ReportElement } | undefined {
  const place = partAt(view, view.positions.offset(position));
  const element = place && elementAt(place.part.report, place.at);
  return element && { part: place.part, element };
}

/** The cell at a position of the document, with its table. */
export function cellAtPosition(view: View, position: Position): { part: ViewPart; table: Table; cell: Cell } | undefined {
  const place = elementAtPosition(view, position);
  return place?.element.kind === 'cell' ? { part: place.part, table: place.element.table, cell: place.element.cell } : undefined;
}

/** The element at an offset of the report's text; where a cell and a label touch, the cell. */
export function elementAt(report: Report, offset: number): ReportElement | undefined {
  for (const table of tablesOf(report)) {
    if (!contains(table.span, offset)) continue;
    const found = elementInTable(table, offset);
    if (found) return found;
  }
  for (const section of report.sections) {
    if (section.heading && contains(section.heading.span, offset)) {
      return { kind: 'heading', span: section.heading.span, section };
    }
  }
  if (report.title && contains(report.title.span, offset)) return { kind: 'title', span: report.title.span };
  return undefined;
}

export function tablesOf(report: Report): Table[] {
  return Object.values(report.tables)
    .filter((table) => table !== undefined)
    .sort((a, b) => a.span.start - b.span.start);
}

/** The cells of a row in text order, those that could not be bound to a column included. */
export function cellsOfRow(row: Row): Cell[] {
  return [...Object.values(row.cells), ...row.unbound].sort((a, b) => a.span.start - b.span.start);
}

function elementInTable(table: Table, offset: number): ReportElement | undefined {
  for (const row of table.rows) {
    if (!contains(row.span, offset)) continue;
    // At the border of two neighbouring cells a written number is meant rather than an empty place.
    const touching = cellsOfRow(row).filter((cell) => contains(cell.span, offset));
    const cell = touching.find((c) => c.span.end > c.span.start) ?? touching[0];
    if (cell) return { kind: 'cell', span: cell.span, table, row, cell };
  }
  const row = table.rows.find((r) => contains(r.label.span, offset));
  if (row) return { kind: 'label', span: row.label.span, table, row };
  const header = table.header.find((h) => contains(h.span, offset));
  if (header) return { kind: 'header', span: header.span, table, header };
  const group = table.groups.find((g) => contains(g.span, offset));
  if (group) return { kind: 'group', span: group.span, table, group };
  if (table.note && contains(table.note, offset)) return { kind: 'note', span: table.note, table };
  return undefined;
}
