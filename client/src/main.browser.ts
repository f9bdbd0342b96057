import type { ExtensionContext } from 'vscode';

/** Set by the build at the head of the file: no module is being loaded where the file is the script of a worker. */
declare const runsAsServer: boolean;

// One file holds the extension and its server, see main.ts.
if (runsAsServer) void import('../../server/src/browser.js');

export async function activate(context: ExtensionContext): Promise<void> {
  (await import('./browser.js')).activate(context);
}

export async function deactivate(): Promise<void> {
  await (await import('./browser.js')).deactivate();
}
