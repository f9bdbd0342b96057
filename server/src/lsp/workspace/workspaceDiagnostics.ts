import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type PreviousResultId,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../../features/diagnostics';
import type { ReportDocument } from '../../service';
import { inLocale, localized } from '../../text/localized';
import type { ClientSettings } from '../clientSettings';
import type { OpenDocuments } from '../documents';
import type { Attention } from '../rests';
import { throwIfCancelled, type RunSafe } from '../runSafe';
import type { Settings } from '../settings';
import type { Views } from '../views';
import { canonicalUri } from './addresses';
import type { ReportWorkspace } from './reportWorkspace';

/** Files sent in one partial result. */
const batchSize = 20;

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;

/** What the client does not have yet: reports that are new or changed, and files about which nothing is to be said any more. */
interface News {
  readonly reports: readonly NewReport[];
  readonly gone: readonly string[];
}

interface NewReport {
  readonly uri: string;
  readonly document: ReportDocument;
  readonly settings: Settings;
  readonly resultId: string;
}

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
  const changes = new Changes();
  workspace.onChange(changes.note);
  // A report that is closed is a report of the workspace again.
  documents.onClose(changes.note);
  clientSettings.onChange(changes.note);

  connection.languages.diagnostics.onWorkspace((params, token, workDone, partial) => {
    const answer = runSafe<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>('workspace/diagnostic', nothing, async () => {
      for (;;) {
        throwIfCancelled(token);
        const seen = changes.count;
        const news = workspace.isComplete ? await newsFor(params.previousResultIds) : undefined;
        if (news) return { items: await send(news, token, workDone, partial) };
        // What changed while the reports were looked through is looked at at once.
        if (changes.count === seen) await changes.next(token);
      }
    });
    return answer(params, token) as Promise<WorkspaceDiagnosticReport>;
  });

  /** What differs from what the client has; undefined when nothing does. */
  async function newsFor(previousResultIds: readonly PreviousResultId[]): Promise<News | undefined> {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [canonicalUri(uri), { uri, value }]));
    const reports: NewReport[] = [];
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
    return reports.length === 0 && gone.length === 0 ? undefined : { reports, gone: gone.map(([, { uri }]) => uri) };
  }

  /** Checks what is new. Returns what was not streamed while it was found. */
  async function send(
    { reports, gone }: News,
    token: CancellationToken,
    workDone: WorkDoneProgressReporter,
    partial: Progress,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const items = gone.map((uri) => full(uri, goneId, []));
    const title = localized('检查工作区中的报告', 'Checking the reports of the workspace');
    workDone.begin(inLocale(title, clientSettings.locale), 0, undefined, true);
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

/** Counts changes, and lets others wait for the next one. */
class Changes {
  count = 0;
  private readonly waiting = new Set<() => void>();

  readonly note = (): void => {
    this.count++;
    this.waiting.forEach((resume) => resume());
  };

  /** Resolves at the next change, or when the request is cancelled. */
  next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const resume = () => {
        this.waiting.delete(resume);
        cancelled.dispose();
        resolve();
      };
      const cancelled = token.onCancellationRequested(resume);
      this.waiting.add(resume);
    });
  }
}

/** The result id of a file about which nothing is said any more. */
const goneId = 'gone';

function full(uri: string, resultId: string, items: ReturnType<typeof diagnosticsOf>): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
}
