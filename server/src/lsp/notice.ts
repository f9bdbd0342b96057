import { ShowMessageNotification, type Connection, type MessageType } from 'vscode-languageserver';

/** Shows a message that needs no answer; the library's own way of showing one is a request, which waits for a click. */
export function notice(connection: Connection, type: MessageType, message: string): void {
  connection.sendNotification(ShowMessageNotification.type, { type, message }).catch((error: unknown) => {
    connection.console.warn(`A message could not be shown: ${String(error)}`);
  });
}
