import { languages, window, workspace, type ExtensionContext, type Disposable, type TextDocument } from 'vscode';
import { looksLikeReport } from '../../server/src/report/detectReport';
import { numbersScheme } from './folder/reportNumbers';
import { reportLanguage } from './language';
import { localize } from './localize';

const declinedKey = 'gouji.declinedReports';

/**
 * Opens plain text as a report where its content shows that it is one. Each document is judged once: who sets it back to
 * plain text, or declines when asked, is not asked again.
 */
export function claimReports(context: ExtensionContext): Disposable[] {
  const judged = new Set<string>();
  const claimed = new Set<string>();
  const declined = () => context.workspaceState.get<string[]>(declinedKey, []);
  const decline = (uri: string) => context.workspaceState.update(declinedKey, [...declined().slice(-200), uri]);

  const judge = async (document: TextDocument) => {
    const uri = document.uri.toString();
    if (!isPlainText(document) || declined().includes(uri)) return;
    if (claimed.delete(uri)) {
      await decline(uri);
      return;
    }
    const mode = workspace.getConfiguration('gouji', document).get<string>('detect', 'on');
    if (mode === 'off' || judged.has(uri) || !looksLikeReport(document.getText())) return;
    judged.add(uri);
    if (mode === 'ask' && !(await agrees(document))) {
      await decline(uri);
      return;
    }
    if (document.isClosed) return;
    claimed.add(uri);
    await languages.setTextDocumentLanguage(document, reportLanguage);
  };

  const judgeVisible = () => window.visibleTextEditors.forEach((editor) => void judge(editor.document));
  judgeVisible();
  return [
    window.onDidChangeVisibleTextEditors(judgeVisible),
    // A change of language closes and opens the document without a change of the visible editors.
    workspace.onDidOpenTextDocument((document) => {
      if (isVisible(document)) void judge(document);
    }),
    // A new document is empty at first: a whole report pasted into it is judged then.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const pasted = contentChanges.some((change) => change.text.length >= 200);
      if (pasted && document.isUntitled) void judge(document);
    }),
  ];
}

function isPlainText(document: TextDocument): boolean {
  return document.languageId === 'plaintext' && !['output', numbersScheme].includes(document.uri.scheme);
}

function isVisible(document: TextDocument): boolean {
  return window.visibleTextEditors.some((editor) => editor.document === document);
}

async function agrees(document: TextDocument): Promise<boolean> {
  const name = document.uri.path.split('/').at(-1) ?? '';
  const yes = localize('Open as report');
  const question = localize('“{name}” looks like an annual report on government information disclosure.', { name });
  return (await window.showInformationMessage(question, yes, localize('Keep as plain text'))) === yes;
}
