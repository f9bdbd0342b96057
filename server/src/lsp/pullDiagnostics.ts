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
): void {
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const answer = async (params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> => {
    const document = documents.get(params.textDocument.uri);
    if (!document) return empty;
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
  const safe = runSafe('textDocument/diagnostic', empty, answer);
  connection.onRequest('textDocument/diagnostic', safe);
}
