import { DocumentDropOrPasteEditKind, DocumentPasteEdit, env, languages, window } from 'vscode';
import type { Disposable, Range, TextDocument } from 'vscode';
import { activeReportEditor, reportLanguage } from './language';
import { localize } from './localize';
import { pastePlace, pastedTable } from './pastedTable';

const kind = DocumentDropOrPasteEditKind.Text.append('gouji', 'table');

/** A table copied from Word, Excel or a web page is pasted in the report's own layout. */
export function pasteTables(): Disposable {
  return languages.registerDocumentPasteEditProvider(
    { language: reportLanguage },
    {
      async provideDocumentPasteEdits(document, [range], data, _context, token) {
        const [html, text] = await Promise.all([data.get('text/html')?.asString(), data.get('text/plain')?.asString()]);
        if (token.isCancellationRequested || !range) return undefined;
        const table = tableFor(document, range, html, text);
        return table === undefined ? undefined : [new DocumentPasteEdit(table, localize('Paste as table'), kind)];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/html', 'text/plain'] },
  );
}

/** The same from a command: the clipboard then gives its plain text only. */
export async function pasteTable(): Promise<void> {
  const editor = activeReportEditor();
  if (!editor) return;
  const table = tableFor(editor.document, editor.selection, undefined, await env.clipboard.readText());
  if (table === undefined) {
    void window.showInformationMessage(localize('The clipboard holds no table.'));
    return;
  }
  await editor.edit((edit) => edit.replace(editor.selection, table));
}

function tableFor(document: TextDocument, range: Range, html?: string, text?: string): string | undefined {
  return pastedTable(html, text, pastePlace(document.getText().split(/\r?\n/), range));
}
