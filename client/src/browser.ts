import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, deactivateExtension } from './extension';

/** The entry point in editors that run in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'extension.js').toString(true);
  activateExtension(context, (id, name, options) => new LanguageClient(id, name, new Worker(script), options));
}

export const deactivate = deactivateExtension;
