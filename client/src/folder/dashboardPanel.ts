import { ViewColumn, window, workspace, type Uri } from 'vscode';
import { locale, localize } from '../localize';
import { escapeHtml, readResource, writePage } from '../webview/page';
import { dashboardWords, type DashboardData, type FromDashboard } from './dashboardMessages';
import type { FolderReports } from './folderReports';
import { renderSummary } from './renderSummary';
import { summarize, toCsv, type FolderSummary } from './summarize';

/** Shows the numbers of the folder's reports; its buttons write them to a file. */
export async function openDashboard(extension: Uri, folder: FolderReports): Promise<void> {
  const summary = summarize(await folder.all(), locale());
  const title = localize('Annual Reports of the Folder');
  const panel = window.createWebviewPanel('gouji.dashboard', title, ViewColumn.Active, { enableScripts: true });
  panel.webview.onDidReceiveMessage(async (message: FromDashboard) => {
    if (message.type === 'exportCsv') await save('csv', toCsv(summary, csvHeadings()));
    else if (message.type === 'exportHtml') await save('html', await standalonePage(extension, title, summary, message.charts));
  });
  const data: DashboardData = { summary, words: dashboardWords() };
  await writePage(extension, panel.webview, {
    title,
    body: `${renderSummary(title, summary)}<script type="application/json" id="data">${asJson(data)}</script>`,
    style: 'dashboard.css',
    script: 'dashboard.js',
  });
}

async function standalonePage(extension: Uri, title: string, summary: FolderSummary, charts: readonly string[]): Promise<string> {
  return `<!DOCTYPE html>
<html lang="${locale()}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${await readResource(extension, 'dashboard.css')}</style>
</head>
<body>
${renderSummary(title, summary, charts)}
</body>
</html>
`;
}

function csvHeadings(): string[] {
  const words = dashboardWords();
  return [
    words.organ,
    words.year,
    words.errors,
    words.received,
    words.carriedIn,
    words.granted,
    words.denied,
    words.closed,
    words.carriedOut,
  ];
}

async function save(kind: 'html' | 'csv', content: string): Promise<void> {
  const filters = { [kind.toUpperCase()]: [kind] };
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `${localize('Annual Reports of the Folder')}.${kind}`;
  const proposed = folder?.with({ path: `${folder.path}/${name}` });
  const file = await window.showSaveDialog({ filters, ...(proposed && { defaultUri: proposed }) });
  if (file) await workspace.fs.writeFile(file, new TextEncoder().encode(content));
}

/** Data inside a page must not end the element that holds it. */
function asJson(data: DashboardData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
