import type { ExtensionContext } from 'vscode';

// One file holds the extension and its server, as most of what they need is the same. Each process loads its own half:
// the parts below run only when they are imported.
if (process.argv.includes('--node-ipc')) void import('../../server/src/lsp/node.js');

export async function activate(context: ExtensionContext): Promise<void> {
  (await import('./node.js')).activate(context);
}

export async function deactivate(): Promise<void> {
  await (await import('./node.js')).deactivate();
}
