import { window, type TextDocument, type TextEditor } from 'vscode';
import { localize } from './localize';

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
let inActivePreview: () => TextDocument | undefined = () => undefined;

/**
 * The report a person works with: the one being edited, the one in a preview that has the focus, or the one beside
 * a panel that has it.
 */
export function currentReport(): TextDocument | undefined {
  const editor = window.activeTextEditor;
  if (editor) latest = isReport(editor.document) ? editor.document : undefined;
  const current = editor ? latest : (inActivePreview() ?? besidePanel());
  return current?.isClosed ? undefined : current;
}

function besidePanel(): TextDocument | undefined {
  return window.visibleTextEditors.some(({ document }) => document === latest) ? latest : undefined;
}

/** `look` gives the report that the preview shows while it is the active panel. */
export function regardPreview(look: () => TextDocument | undefined): void {
  inActivePreview = look;
}

/** Whoever runs a command on a report without having one open is told so. */
export function askForReport(): void {
  void window.showInformationMessage(localize('Open an annual report first.'));
}
