import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation } from 'vscode-languageserver';
import { forms } from '../form/form';
import { relationsOf } from '../report/relations';
import type { Row, Section, Table } from '../report/report';
import type { Span } from '../text/span';
import { cellsOfRow, tablesOf } from './parts/elementAt';
import { plainForm } from './parts/relationText';
import { rangeIn, say, type Feature, type View, type ViewPart } from './view';

/** The outline: sections, in them their tables, in these their rows. */
export const documentSymbols: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]> = {
  method: 'textDocument/documentSymbol',
  capability: () => ({ documentSymbolProvider: true }),
  handle(view) {
    const symbols = view.parts.flatMap((part) =>
      view.parts.length > 1 ? [reportSymbol(view, part)] : sectionSymbols(view, part),
    );
    if (view.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport) return symbols;
    return symbols.flatMap((symbol) => flat(view.uri, symbol));
  },
};

function reportSymbol(view: View, part: ViewPart): DocumentSymbol {
  const { report } = part;
  const whole = { start: 0, end: report.text.length };
  const name = [report.organ, report.year].filter((p) => p !== null).join(' ') || (report.title?.text ?? '—');
  return symbol(
    view,
    part,
    name,
    SymbolKind.Module,
    whole,
    report.title?.span ?? { start: 0, end: 0 },
    sectionSymbols(view, part),
  );
}

function sectionSymbols(view: View, part: ViewPart): DocumentSymbol[] {
  const tables = tablesOf(part.report);
  const inSection = (section: Section) => tables.filter((t) => within(section.span, t.span));
  const sections = part.report.sections.map((section) => {
    const official = forms[plainForm(part.report.form)].sections.find((s) => s.id === section.id);
    const name = section.heading?.text ?? (official ? `（${official.number}、${official.title}）` : section.id);
    const children = inSection(section).map((table) => tableSymbol(view, part, table));
    return symbol(view, part, name, SymbolKind.Namespace, section.span, section.heading?.span ?? startOf(section.span), children);
  });
  const loose = tables.filter((table) => !part.report.sections.some((s) => within(s.span, table.span)));
  return [...sections, ...loose.map((table) => tableSymbol(view, part, table))];
}

function tableSymbol(view: View, part: ViewPart, table: Table): DocumentSymbol {
  const rows = table.rows.map((row) => rowSymbol(view, part, row));
  const name = say(view, forms['2021'].tables[table.id].title);
  const broken = relationsOf(part.report).filter((r) => r.table === table.id && r.status === 'violated').length;
  const detail = broken > 0 ? `✗ ${broken}` : undefined;
  return symbol(view, part, name, SymbolKind.Struct, table.span, startOf(table.span), rows, detail);
}

function rowSymbol(view: View, part: ViewPart, row: Row): DocumentSymbol {
  const detail = cellsOfRow(row)
    .map((cell) => cell.text || '□')
    .join(' ');
  const name = row.label.text.replace(/\s+/g, '') || row.id;
  return symbol(view, part, name, SymbolKind.Field, row.span, row.label.span, [], detail);
}

function symbol(
  view: View,
  part: ViewPart,
  name: string,
  kind: SymbolKind,
  whole: Span,
  selection: Span,
  children: DocumentSymbol[],
  detail?: string,
): DocumentSymbol {
  // The protocol demands that the selection lies within the range; a heading's row may begin before its label.
  const span = { start: Math.min(whole.start, selection.start), end: Math.max(whole.end, selection.end) };
  return {
    name,
    kind,
    range: rangeIn(view, part, span),
    selectionRange: rangeIn(view, part, selection),
    children,
    ...(detail ? { detail } : {}),
  };
}

function flat(uri: string, symbol: DocumentSymbol, containerName?: string): SymbolInformation[] {
  const own = {
    name: symbol.name,
    kind: symbol.kind,
    location: { uri, range: symbol.range },
    ...(containerName ? { containerName } : {}),
  };
  return [own, ...(symbol.children ?? []).flatMap((child) => flat(uri, child, symbol.name))];
}

function startOf(s: Span): Span {
  return { start: s.start, end: s.start };
}

function within(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
