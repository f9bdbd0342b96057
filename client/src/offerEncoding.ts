import { window, workspace, type Disposable, type TextDocument } from 'vscode';
import { looksLikeReport } from '../../server/src/report/detectReport';
import { isReport } from './language';
import { localize } from './localize';

/** UTF-16 units looked at for unreadable characters, and bytes for the encoding. */
const sampleLength = 65_536;

/** Reports saved on older systems are GB18030: opened as UTF-8 they are unreadable, and saving them so would ruin them. */
export function offerEncoding(): Disposable[] {
  const asked = new Set<string>();
  const look = async (document: TextDocument) => {
    const uri = document.uri.toString();
    if (asked.has(uri) || document.isUntitled || document.isDirty) return;
    if (document.languageId !== 'plaintext' && !isReport(document)) return;
    if (!document.getText().slice(0, sampleLength).includes('\uFFFD')) return;
    asked.add(uri);
    const bytes = await workspace.fs.readFile(document.uri);
    if (!looksLikeReport(asGb18030(bytes))) return;
    const reopen = localize('Reopen with GB18030');
    const message = localize('This report was saved in the encoding GB18030 and cannot be read as it was opened.');
    if ((await window.showWarningMessage(message, reopen)) !== reopen) return;
    const reopened = await workspace.openTextDocument(document.uri, { encoding: 'gb18030' });
    await window.showTextDocument(reopened);
  };
  const lookAtVisible = () => window.visibleTextEditors.forEach((editor) => void look(editor.document));
  lookAtVisible();
  return [window.onDidChangeVisibleTextEditors(lookAtVisible)];
}

function asGb18030(bytes: Uint8Array): string {
  return new TextDecoder('gb18030').decode(bytes.subarray(0, sampleLength));
}
