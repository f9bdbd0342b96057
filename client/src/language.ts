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
