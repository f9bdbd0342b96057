import { commands } from 'vscode';

/** Offers the ways in which the server can write the table at the cursor anew. */
export async function convertTable(): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', { kind: 'refactor.rewrite', apply: 'never' });
}
