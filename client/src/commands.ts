import { commands, type Disposable } from 'vscode';
import type { RunningServer } from './startClient';

/** Every command of the client itself; the server's commands are registered by the language client. */
export function registerCommands(server: RunningServer): Disposable[] {
  return [commands.registerCommand('gouji.restart', () => server.restart())];
}
