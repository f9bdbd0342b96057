import { window, workspace, type Uri } from 'vscode';
import { askForReport, currentReport } from '../language';
import { locale } from '../localize';
import { requestReport, whyUnread } from '../preview/requestReport';
import { renderDocument } from '../preview/renderReport';
import type { RunningServer } from '../startClient';
import { escapeHtml, readResource } from '../webview/page';

/** The file to write, by a name that no argument of a menu has: menus pass the address of the report itself. */
export interface ExportTarget {
  readonly target?: Uri;
}

/** Writes the preview's page into a file of its own, for printing or sending; asks for the file when none is given. */
export async function exportHtml(extension: Uri, server: RunningServer, { target }: ExportTarget = {}): Promise<void> {
  const document = currentReport();
  if (!document) return askForReport();
  const read = await requestReport(server, document);
  if (!read) {
    void window.showInformationMessage(whyUnread(document, read));
    return;
  }
  const proposed = document.uri.with({ path: document.uri.path.replace(/(\.\w+)?$/, '.html') });
  const file = target ?? (await window.showSaveDialog({ defaultUri: proposed, filters: { HTML: ['html'] } }));
  if (!file) return;
  const title = read.reports[0]?.title ?? document.uri.path;
  const page = `<!DOCTYPE html>
<html lang="${locale()}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${await readResource(extension, 'preview.css')}</style>
</head>
<body>
${renderDocument(read)}
</body>
</html>
`;
  await workspace.fs.writeFile(file, new TextEncoder().encode(page));
}
