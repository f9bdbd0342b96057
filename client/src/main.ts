import type { ExtensionContext } from 'vscode';

/** Set by the build at the head of the file: no module is being loaded where the file is the script of a web worker. */
declare const runsAsWorker: boolean;

// One file holds the extension and its server, for Node and for browsers, as most of what they need is the same. Each
// process loads its own part: what is imported below runs only when it is imported.
const runsInNode = typeof process === 'object' && Boolean(process.versions?.node);
if (runsAsWorker) void import('../../server/src/browser.js');
else if (runsInNode && process.argv.includes('--node-ipc')) void import('../../server/src/lsp/node.js');

const host = () => (runsInNode ? import('./node.js') : import('./browser.js'));

export async function activate(context: ExtensionContext): Promise<void> {
  (await host()).activate(context);
}

export async function deactivate(): Promise<void> {
  await (await host()).deactivate();
}
