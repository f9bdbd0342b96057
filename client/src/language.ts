import { window, type TextDocument, type TextEditor } from 'vscode';

/** The language id of annual reports, as the manifest contributes it. */
export const reportLanguage = 'disclosure-report';

export function isReport(document: TextDocument): boolean {
  return document.languageId === reportLanguage;
}

/** The editor a person works in, where it shows a report. */
export function activeReportEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isReport(editor.document) ? editor : undefined;
}

let latest: TextDocument | undefined;

/** The report a person works with: the one being edited, or edited last while a panel beside it has the focus. */
export function currentReport(): TextDocument | undefined {
  const editor = window.activeTextEditor;
  if (editor) latest = isReport(editor.document) ? editor.document : undefined;
  return latest?.isClosed ? undefined : latest;
}
