import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../../features/diagnostics';
import { inLocale, localized } from '../../text/localized';
import type { ClientSettings } from '../clientSettings';
import type { OpenDocuments } from '../documents';
import type { Attention } from '../rests';
import { throwIfCancelled, type RunSafe } from '../runSafe';
import type { Views } from '../views';
import { canonicalUri } from './addresses';
import type { ReportWorkspace } from './reportWorkspace';

/** Files sent in one partial result. */
const batchSize = 20;

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;

/**
 * Answers for the closed reports of the workspace. Results are streamed while they are found; when there is nothing new the
 * answer is held back until there is, because clients ask again two seconds after every answer.
 */
export function serveWorkspaceDiagnostics(
  connection: Connection,
  documents: OpenDocuments,
  workspace: ReportWorkspace,
  clientSettings: ClientSettings,
  views: Views,
  attention: Attention,
  runSafe: RunSafe,
): void {
  const nothing: WorkspaceDiagnosticReport = { items: [] };
  const waiting = new Set<() => void>();
  let changes = 0;
  const wake = () => {
    changes++;
    waiting.forEach((resume) => resume());
  };
  workspace.onChange(wake);
  // A report that is closed is a report of the workspace again.
  documents.onClose(wake);
  clientSettings.onChange(wake);

  const change = (token: CancellationToken) =>
    new Promise<void>((resolve) => {
      const resume = () => {
        waiting.delete(resume);
        cancelled.dispose();
        resolve();
      };
      const cancelled = token.onCancellationRequested(resume);
      waiting.add(resume);
    });

  connection.languages.diagnostics.onWorkspace((params, token, workDone, partial) => {
    const answer = runSafe<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>('workspace/diagnostic', nothing, async () => {
      for (;;) {
        throwIfCancelled(token);
        const seen = changes;
        const items = workspace.isComplete ? await collect(params, token, workDone, partial) : undefined;
        if (items) return { items };
        // What changed while the reports were looked through is looked at at once.
        if (changes === seen) await change(token);
      }
    });
    return answer(params, token) as Promise<WorkspaceDiagnosticReport>;
  });

  /** What differs from what the client has; undefined when nothing does. Streamed items are not returned again. */
  async function collect(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    workDone: WorkDoneProgressReporter,
    partial: Progress,
  ): Promise<WorkspaceDocumentDiagnosticReport[] | undefined> {
    const previous = new Map(params.previousResultIds.map(({ uri, value }) => [canonicalUri(uri), { uri, value }]));
    const reports = [];
    const checked = new Set<string>();
    for (const report of workspace.closedReports()) {
      const settings = await clientSettings.of(workspace.folderFor(report.uri));
      if (!settings.checkWorkspace) continue;
      checked.add(report.uri);
      const resultId = `${report.stamp}.${clientSettings.revision}`;
      if (previous.get(report.uri)?.value !== resultId) reports.push({ ...report, settings, resultId });
    }
    // Files that left the workspace, were excluded or opened: what was said about them here is taken back.
    const gone = [...previous].filter(([uri, { value }]) => !checked.has(uri) && value !== goneId);
    if (reports.length === 0 && gone.length === 0) return undefined;
    const items = gone.map(([, { uri }]): WorkspaceDocumentDiagnosticReport => full(uri, goneId, []));
    workDone.begin(
      inLocale(localized('检查工作区中的报告', 'Checking the reports of the workspace'), clientSettings.locale),
      0,
      undefined,
      true,
    );
    const rest = attention.longRests(() => throwIfCancelled(token));
    try {
      for (const [done, { uri, document, settings, resultId }] of reports.entries()) {
        const view = await views.ofClosed(uri, document, settings, rest);
        items.push(full(uri, resultId, diagnosticsOf(view)));
        if (partial && items.length >= batchSize) partial.report({ items: items.splice(0) });
        workDone.report(Math.round((100 * (done + 1)) / reports.length));
      }
    } finally {
      workDone.done();
    }
    if (partial && items.length > 0) partial.report({ items: items.splice(0) });
    return items;
  }
}

/** The result id of a file about which nothing is said any more. */
const goneId = 'gone';

function full(uri: string, resultId: string, items: ReturnType<typeof diagnosticsOf>): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
}
