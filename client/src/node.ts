import type { ExtensionContext } from 'vscode';
import { TransportKind, LanguageClient } from 'vscode-languageclient/node';
import { Uri } from 'vscode';
import { activateExtension, deactivateExtension } from './extension';

/** The entry point where extensions run in Node: desktop, remote and the VS Code server. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'extension.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  activateExtension(context, (id, name, options) => new LanguageClient(id, name, { run: server, debug: server }, options));
}

export const deactivate = deactivateExtension;
