import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../server/src/lsp/documents';
import { reportText } from '../support/reportText';

it('what is typed and taken back is not read again', () => {
  const document = new OpenDocument(TextDocument.create('file:///a.txt', 'disclosure-report', 1, reportText()), 1);
  let version = 1;
  const type = (from: number, to: number, text: string) => {
    const range = { start: document.document.positionAt(from), end: document.document.positionAt(to) };
    document.change([{ range, text }], ++version, version, 'utf-16');
    return document.read();
  };
  const before = document.read();
  const cell = before.parts[0]!.report.tables.applications!.rows[0]!.cells.total!.span;
  const typed = type(cell.end, cell.end, '5');
  expect(typed.parts[0]!.report.tables.applications!.rows[0]!.cells.total!.span.end).toBe(cell.end + 1);
  expect(type(cell.end, cell.end + 1, '')).toBe(before);
  expect(type(cell.end, cell.end, '5')).toBe(typed);
  expect(type(cell.end, cell.end + 1, '7')).not.toBe(typed);
  expect(document.read().text).toBe(document.document.getText());
});
