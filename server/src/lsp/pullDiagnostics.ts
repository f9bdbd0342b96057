import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../features/diagnostics';
import type { OpenDocuments } from './documents';
import type { LargeDocuments } from './largeDocuments';
import type { RunSafe } from './runSafe';
import type { Views } from './views';

/** Answers clients that ask for diagnostics; an answer they have already is not sent twice. */
export function servePull(
  connection: Connection,
  documents: OpenDocuments,
  largeDocuments: LargeDocuments,
  views: Views,
  runSafe: RunSafe,
  refreshDiagnostics: () => void,
): void {
  const askedWhileClosed = new Set<string>();
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const answer = async (params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> => {
    const document = documents.get(params.textDocument.uri);
    if (!document) {
      askedWhileClosed.add(params.textDocument.uri);
      return empty;
    }
    if (document.isLarge && !largeDocuments.isWanted(document)) return empty;
    // Named before the work: if something changes meanwhile, the client's next question is answered afresh.
    const resultId = views.stampOf(document);
    if (params.previousResultId === resultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    }
    const view = await views.evenIfLarge(params.textDocument.uri, token);
    if (!view) return empty;
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(view) };
  };
  // Some clients ask once more for a document that they close. When it is opened again at once they may take that answer, which
  // holds nothing, for the answer about the open document, and not ask again.
  documents.onOpen(({ uri }) => {
    if (askedWhileClosed.delete(uri)) refreshDiagnostics();
  });
  const safe = runSafe('textDocument/diagnostic', empty, answer);
  connection.onRequest('textDocument/diagnostic', safe);
}
