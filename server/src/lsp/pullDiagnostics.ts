import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../features/diagnostics';
import type { OpenDocuments } from './documents';
import type { RunSafe } from './runSafe';
import type { Views } from './views';

/** Answers clients that ask for diagnostics; an answer they have already is not sent twice. */
export function servePull(connection: Connection, documents: OpenDocuments, views: Views, runSafe: RunSafe): void {
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const answer = async (params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> => {
    const document = documents.get(params.textDocument.uri);
    if (!document) return empty;
    if (params.previousResultId === views.stampOf(document)) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: params.previousResultId };
    }
    const view = await views.of(params.textDocument.uri, token);
    if (!view) return empty;
    return { kind: DocumentDiagnosticReportKind.Full, resultId: views.stampOf(document), items: diagnosticsOf(view) };
  };
  const safe = runSafe('textDocument/diagnostic', empty, answer);
  connection.onRequest('textDocument/diagnostic', safe);
}
