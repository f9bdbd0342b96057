import { tableIds, type TableId } from '../form/form';
import { movedOffset, movedSpan, type Change } from '../text/change';
import type { Cell, ExtraRow, HeaderCell, Heading, LabelText, Report, Row, Section, Table } from './report';
import type { Span } from '../text/span';

/** The report as it stands in the text after a change that left it what it was: only places moved. */
export function movedReport(report: Report, text: string, change: Change): Report {
  const move = (span: Span) => movedSpan(span, change);
  const { title, period, signature, preamble } = report;
  return {
    text,
    form: report.form,
    year: report.year,
    yearSpan: report.yearSpan && move(report.yearSpan),
    organ: report.organ,
    organSpan: report.organSpan && move(report.organSpan),
    title: title && { text: title.text, span: move(title.span), year: title.year },
    period: period && { span: move(period.span), from: period.from, to: period.to },
    signature: signature && {
      organ: signature.organ,
      organSpan: signature.organSpan && move(signature.organSpan),
      date: signature.date,
      span: move(signature.span),
    },
    preamble: preamble && move(preamble),
    sections: report.sections.map((section) => movedSection(section, change)),
    tables: movedTables(report.tables, change),
    residue: report.residue.map((residue) => ({ span: move(residue.span), kind: residue.kind })),
  };
}

/** The table as it stands after a change; the same value where it stands before it. */
export function movedTable(table: Table, change: Change): Table {
  if (change.by === 0 || table.span.end < change.end) return table;
  return {
    id: table.id,
    layout: table.layout,
    span: movedSpan(table.span, change),
    form: table.form,
    header: table.header.map((header) => movedHeader(header, change)),
    groups: table.groups.map((group) => movedLabel(group, change)),
    rows: table.rows.map((row) => movedRow(row, change)),
    extraRows: table.extraRows.map((row) => movedExtraRow(row, change)),
    note: table.note && movedSpan(table.note, change),
    status: table.status,
    coverage: table.coverage,
    showsBlanks: table.showsBlanks,
  };
}

export function movedRow(row: Row, change: Change): Row {
  if (row.span.end < change.end && row.label.span.end < change.end) return row;
  const cells: Record<string, Cell> = {};
  for (const column in row.cells) cells[column] = movedCell(row.cells[column]!, change);
  return {
    id: row.id,
    label: movedLabel(row.label, change),
    reading: row.reading,
    expected: row.expected,
    cells,
    unbound: row.unbound.map((cell) => movedCell(cell, change)),
    span: movedSpan(row.span, change),
  };
}

function movedCell(cell: Cell, change: Change): Cell {
  if (cell.span.end < change.end) return cell;
  return {
    row: cell.row,
    column: cell.column,
    span: movedSpan(cell.span, change),
    text: cell.text,
    kind: cell.kind,
    value: cell.value,
    decimals: cell.decimals,
    units: cell.units,
    annotation: cell.annotation,
  };
}

function movedLabel(label: LabelText, change: Change): LabelText {
  if (label.span.end < change.end) return label;
  return { id: label.id, text: label.text, span: movedSpan(label.span, change), match: label.match, forms: label.forms };
}

function movedHeader(header: HeaderCell, change: Change): HeaderCell {
  if (header.span.end < change.end) return header;
  const { id, text, match, forms, column, under } = header;
  return { id, text, span: movedSpan(header.span, change), match, forms, column, under };
}

function movedExtraRow(row: ExtraRow, change: Change): ExtraRow {
  return { label: row.label, span: movedSpan(row.span, change), cells: row.cells.map((cell) => movedCell(cell, change)) };
}

function movedSection(section: Section, change: Change): Section {
  if (section.span.end < change.end) return section;
  const { heading } = section;
  return {
    id: section.id,
    heading: heading && movedHeading(heading, change),
    span: movedSpan(section.span, change),
    body: movedSpan(section.body, change),
    prose: section.prose.map((span) => movedProse(span, change)),
  };
}

/** Prose that begins where a table ends begins behind what is typed there: that belongs to the table's last cell. */
function movedProse({ start, end }: Span, change: Change): Span {
  return { start: movedOffset(start, change), end: movedOffset(end, change) };
}

function movedHeading({ text, span, number, title, match }: Heading, change: Change): Heading {
  return {
    text,
    span: movedSpan(span, change),
    number: number && { text: number.text, span: movedSpan(number.span, change) },
    title: { text: title.text, span: movedSpan(title.span, change) },
    match,
  };
}

function movedTables(tables: Report['tables'], change: Change): Report['tables'] {
  const moved: { [T in TableId]?: Table } = {};
  for (const id of tableIds) {
    const table = tables[id];
    if (table) moved[id] = movedTable(table, change);
  }
  return moved;
}
