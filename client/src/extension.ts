import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands';
import { RunningServer, type CreateLanguageClient } from './startClient';
import { showStatus } from './statusItem';
import { claimReports } from './claimReports';
import { offerEncoding } from './offerEncoding';

let server: RunningServer | undefined;

/** What every kind of host does once the extension is needed; only the way to run the server differs between hosts. */
export function activateExtension(context: ExtensionContext, createClient: CreateLanguageClient): void {
  server = new RunningServer(context, createClient);
  context.subscriptions.push(
    ...registerCommands(context, server),
    ...claimReports(context),
    ...offerEncoding(),
    ...showStatus(server),
  );
  void server.start();
}

export async function deactivateExtension(): Promise<void> {
  await server?.stop();
}
