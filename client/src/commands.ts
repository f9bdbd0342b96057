import { commands, type Disposable, type ExtensionContext } from 'vscode';
import { compareWithLastYear } from './commands/compareWithLastYear';
import { convertTable } from './commands/convertTable';
import { copySkeleton } from './commands/copySkeleton';
import { exportHtml, type ExportTarget } from './commands/exportHtml';
import { newReport } from './commands/newReport';
import { showMenu } from './commands/showMenu';
import { showRules } from './commands/showRules';
import { openDashboard } from './folder/dashboardPanel';
import { FolderReports } from './folder/folderReports';
import { provideNumbers } from './folder/reportNumbers';
import { showReportsView } from './folder/reportsView';
import type { NewReport } from './newReport/reportText';
import { pasteTable, pasteTables } from './pasteTables';
import { Preview } from './preview/previewPanel';
import type { RunningServer } from './startClient';

/** Every command of the client itself; the server's commands are registered by the language client. */
export function registerCommands(context: ExtensionContext, server: RunningServer): Disposable[] {
  const extension = context.extensionUri;
  const preview = new Preview(extension, server);
  const folder = new FolderReports();
  const run = commands.registerCommand;
  return [
    preview,
    folder,
    ...provideNumbers(folder),
    pasteTables(),
    ...showReportsView(folder),
    run('gouji.restart', () => server.restart()),
    run('gouji.openPreview', () => preview.open()),
    run('gouji.exportHtml', (given?: ExportTarget) => exportHtml(extension, server, given)),
    run('gouji.newReport', (given?: Partial<NewReport>) => newReport(folder, given)),
    run('gouji.convertTable', () => convertTable()),
    run('gouji.pasteTable', () => pasteTable()),
    run('gouji.compareWithLastYear', () => compareWithLastYear(folder)),
    run('gouji.openDashboard', () => openDashboard(extension, folder)),
    run('gouji.refreshReports', () => folder.invalidate()),
    run('gouji.showRules', () => showRules(extension)),
    run('gouji.copySkeleton', () => copySkeleton(server)),
    run('gouji.showMenu', () => showMenu()),
  ];
}
