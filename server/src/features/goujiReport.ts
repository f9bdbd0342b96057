import type { Range, TextDocumentIdentifier } from 'vscode-languageserver';
import { forms, type ColumnId, type FormId, type RowId, type SectionId, type TableId } from '../form/form';
import { relationsOf, type Relation } from '../report/relations';
import type { CellKind, Coverage, Row, RowReading, Table, TableStatus } from '../report/report';
import { columnName, rowName } from '../report/names';
import type { FixKind, Severity } from '../rules/rule';
import type { Span } from '../text/span';
import { cellsOfRow, tablesOf } from './parts/elementAt';
import { plainForm, relationName, relationText } from './parts/relationText';
import { rangeIn, say, type Feature, type View, type ViewPart } from './view';

/** The one request of our own: everything that was read from a document, for a preview beside the text. */
export const goujiReport: Feature<{ textDocument: TextDocumentIdentifier }, ReadDocument> = {
  method: 'gouji/report',
  capability: () => ({ experimental: { goujiReport: true } }),
  handle: (view) => ({
    uri: view.uri,
    version: view.version,
    locale: view.locale,
    reports: view.parts.map((part) => reportOf(view, part)),
  }),
};

export interface ReadDocument {
  readonly uri: string;
  readonly version: number | null;
  readonly locale: string;
  readonly reports: readonly ReadReport[];
}

export interface ReadReport {
  readonly range: Range;
  readonly form: FormId | 'mixed' | null;
  readonly year: number | null;
  readonly organ: string | null;
  readonly title: string | null;
  readonly sections: readonly {
    readonly id: SectionId;
    readonly title: string;
    readonly range: Range;
    readonly table?: TableId;
  }[];
  readonly tables: readonly ReadTable[];
  readonly findings: readonly ReadFinding[];
}

export interface ReadTable {
  readonly id: TableId;
  readonly title: string;
  readonly layout: string;
  readonly status: TableStatus;
  readonly coverage: Coverage;
  readonly range: Range;
  /** The columns of the form, whether the text has them or not; of the proactive table each row names its own. */
  readonly columns: readonly { readonly id: ColumnId; readonly label: string }[];
  readonly rows: readonly ReadRow[];
  readonly relations: readonly ReadRelation[];
}

export interface ReadRow {
  readonly id: RowId;
  /** The label as the text has it, and as the form has it. */
  readonly label: string;
  readonly name: string;
  readonly group: string | null;
  readonly reading: RowReading;
  readonly range: Range;
  readonly labelRange: Range;
  readonly cells: readonly ReadCell[];
}

export interface ReadCell {
  /** Empty for a number that could not be bound to a column. */
  readonly column: ColumnId;
  readonly text: string;
  readonly value: number | null;
  readonly kind: CellKind;
  readonly range: Range;
}

export interface ReadRelation {
  readonly rule: string;
  readonly name: string;
  readonly text: string;
  readonly per: Relation['per'];
  /** The row or the column that the relation runs along. */
  readonly key: string;
  readonly status: Relation['status'];
  /** Left side minus right side. */
  readonly difference: number;
  readonly standsOn: CellName;
  readonly terms: readonly (CellName & { readonly side: 'left' | 'right' })[];
}

export interface CellName {
  readonly row: RowId;
  readonly column: ColumnId;
}

export interface ReadFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly table?: TableId;
  readonly row?: RowId;
  readonly column?: ColumnId;
  readonly expected?: number;
  readonly related: readonly CellName[];
  readonly fixes: readonly {
    readonly title: string;
    readonly kind: FixKind;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}

function reportOf(view: View, part: ViewPart): ReadReport {
  const { report } = part;
  const range = (span: Span) => rangeIn(view, part, span);
  const tables = tablesOf(report);
  return {
    range: range({ start: 0, end: report.text.length }),
    form: report.form,
    year: report.year,
    organ: report.organ,
    title: report.title?.text ?? null,
    sections: report.sections.map((section) => ({
      id: section.id,
      title: section.heading?.text ?? '',
      range: range(section.span),
      ...(tables.some((t) => t.id === section.id) ? { table: section.id as TableId } : {}),
    })),
    tables: tables.map((table) => tableOf(view, part, table)),
    findings: part.shown.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: say(view, finding.message),
      range: range(finding.span),
      ...(finding.table ? { table: finding.table } : {}),
      ...(finding.row ? { row: finding.row } : {}),
      ...(finding.column ? { column: finding.column } : {}),
      ...(finding.expected === undefined ? {} : { expected: finding.expected }),
      related: finding.related.flatMap(({ row, column }) => (row && column ? [{ row, column }] : [])),
      fixes: finding.fixes.map((fix) => ({
        title: say(view, fix.title),
        kind: fix.kind,
        edits: fix.edits.map((edit) => ({ range: range(edit.span), newText: edit.newText })),
      })),
    })),
  };
}

function tableOf(view: View, part: ViewPart, table: Table): ReadTable {
  const form = forms[plainForm(table.form)].tables[table.id];
  return {
    id: table.id,
    title: say(view, form.title),
    layout: table.layout,
    status: table.status,
    coverage: table.coverage,
    range: rangeIn(view, part, table.span),
    columns: form.columns.map(({ id }) => ({
      id,
      label: columnName(table.id, id, form === forms['2019'].tables[table.id] ? '2019' : '2021'),
    })),
    rows: table.rows.map((row) => rowOf(view, part, table, row)),
    relations: relationsOf(part.report)
      .filter((relation) => relation.table === table.id)
      .map((relation) => relationOf(view, relation)),
  };
}

function rowOf(view: View, part: ViewPart, table: Table, row: Row): ReadRow {
  const form = plainForm(table.form);
  return {
    id: row.id,
    label: row.label.text,
    name: rowName(table.id, row.id, form),
    group: forms[form].tables[table.id].rows.find((r) => r.id === row.id)?.group ?? null,
    reading: row.reading,
    range: rangeIn(view, part, row.span),
    labelRange: rangeIn(view, part, row.label.span),
    cells: cellsOfRow(row).map(({ column, text, value, kind, span }) => ({
      column,
      text,
      value,
      kind,
      range: rangeIn(view, part, span),
    })),
  };
}

function relationOf(view: View, relation: Relation): ReadRelation {
  const { row, column } = relation.standsOn;
  return {
    rule: relation.rule,
    name: say(view, relationName(relation)),
    text: say(view, relationText(relation)),
    per: relation.per,
    key: relation.key,
    status: relation.status,
    difference: relation.difference,
    standsOn: { row, column },
    terms: relation.terms.map((term) => ({ row: term.row, column: term.column, side: term.side })),
  };
}
