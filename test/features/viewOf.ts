import type { ClientCapabilities, PositionEncodingKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FeatureSettings, View, ViewPart } from '../../server/src/features/view';
import type { ColumnId, RowId, TableId } from '../../server/src/form/form';
import { positionsOf } from '../../server/src/lsp/positions';
import { cellOf, type Cell } from '../../server/src/report/report';
import type { RuleContext } from '../../server/src/rules/rule';
import { checkReport, readDocument } from '../../server/src/service';
import type { Locale } from '../../server/src/text/localized';

export interface ViewOptions {
  readonly locale?: Locale;
  readonly client?: ClientCapabilities;
  readonly settings?: Partial<FeatureSettings>;
  readonly encoding?: PositionEncodingKind;
  readonly context?: RuleContext;
  readonly locate?: View['locate'];
}

export const uri = 'file:///reports/report.txt';

/** A document as the features see it, without a connection. */
export function viewOf(text: string, options: ViewOptions = {}): View {
  const { context = {} } = options;
  const parts = readDocument(text).parts.map(
    ({ start, report }): ViewPart => ({ start, report, context, ...checkReport(report, {}, context) }),
  );
  return {
    uri,
    version: 1,
    text,
    parts,
    locale: options.locale ?? 'zh-cn',
    positions: positionsOf(TextDocument.create(uri, 'disclosure-report', 1, text), options.encoding ?? 'utf-16'),
    client: options.client ?? {},
    settings: { inlayHints: 'wrong', codeLens: true, ...options.settings },
    rulePage: (rule) => `file:///pages/${rule}.md`,
    locate: options.locate ?? (() => undefined),
  };
}

export function cellIn(view: View, table: TableId, row: RowId, column: ColumnId): Cell {
  const cell = cellOf(view.parts[0]!.report, table, row, column);
  if (!cell) throw new Error(`The report has no cell ${table}.${row}.${column}.`);
  return cell;
}

/** The request parameters of a position on a cell. */
export function onCell(view: View, table: TableId, row: RowId, column: ColumnId) {
  return at(view, cellIn(view, table, row, column).span.start);
}

/** The request parameters of the position where a text is found first. */
export function onText(view: View, text: string) {
  const offset = view.text.indexOf(text);
  if (offset < 0) throw new Error(`The report does not contain ${text}.`);
  return at(view, offset);
}

export function at(view: View, offset: number) {
  return { textDocument: { uri }, position: view.positions.position(offset) };
}
