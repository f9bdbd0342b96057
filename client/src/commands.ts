import { commands, type Disposable, type ExtensionContext, type Uri } from 'vscode';
import { exportHtml } from './commands/exportHtml';
import { Preview } from './preview/previewPanel';
import type { RunningServer } from './startClient';

/** Every command of the client itself; the server's commands are registered by the language client. */
export function registerCommands(context: ExtensionContext, server: RunningServer): Disposable[] {
  const preview = new Preview(context.extensionUri, server);
  return [
    preview,
    commands.registerCommand('gouji.restart', () => server.restart()),
    commands.registerCommand('gouji.openPreview', () => preview.open()),
    commands.registerCommand('gouji.exportHtml', (target?: Uri) => exportHtml(context.extensionUri, server, target)),
  ];
}
