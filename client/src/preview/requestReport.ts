import type { TextDocument } from 'vscode';
import type { ReadDocument } from '../../../server/src/features/goujiReport';
import { isReport } from '../language';
import { localize } from '../localize';
import type { RunningServer } from '../startClient';

/** Undefined while the server does not run or has a newer text to read; null for a text that it does not read. */
export type Unread = null | undefined;

/** The report as the server has read it. */
export async function requestReport(server: RunningServer, document: TextDocument): Promise<ReadDocument | Unread> {
  try {
    return await server.request<ReadDocument | null>('gouji/report', { textDocument: { uri: document.uri.toString() } });
  } catch {
    // The text changed while it was read.
    return undefined;
  }
}

/** Says to a person why a text was not read. */
export function whyUnread(document: TextDocument, read: Unread): string {
  if (read === undefined) return localize('The report has not been read yet. Please try again in a moment.');
  // Of the texts that are open as reports, the server leaves out those that it could not follow while they are typed.
  return isReport(document)
    ? localize('The text is too large: reports of up to 8 MB are read as you type.')
    : localize('Open an annual report first.');
}
