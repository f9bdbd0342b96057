import { EventEmitter, Uri, workspace, type CancellationToken, type Disposable } from 'vscode';
import { checkReport, readDocument, type Diagnosis } from '../../../server/src/service';
import { looksLikeReport } from '../../../server/src/report/detectReport';
import type { Report } from '../../../server/src/report/report';
import type { RuleSeverity } from '../../../server/src/rules/rule';
import { WorkspaceIndex } from '../../../server/src/workspace/workspaceIndex';

const candidates = '**/*.{txt,md,zfnb}';
/** Files beyond which a folder is not read further: it is hardly a folder of reports. */
const maximumFiles = 5000;
/** Bytes beyond which a file is left out: no report is that long. */
const maximumBytes = 32 * 1024 * 1024;
/** Milliseconds of work after which the extension host is let do something else. */
const slice = 20;

/** A report of the folder with what was found in it. */
export interface FolderReport {
  readonly uri: Uri;
  readonly start: number;
  readonly organ: string | null;
  readonly year: number | null;
  readonly report: Report;
  readonly diagnosis: Diagnosis;
}

/** The reports of the open folders, read when somebody looks at them and again when files have changed. */
export class FolderReports implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly watcher = workspace.createFileSystemWatcher(candidates);
  private index = new WorkspaceIndex();
  private reports: readonly FolderReport[] = [];
  private isStale = true;
  readonly onDidChange = this.changed.event;

  constructor() {
    const stale = () => this.invalidate();
    this.watcher.onDidChange(stale);
    this.watcher.onDidCreate(stale);
    this.watcher.onDidDelete(stale);
  }

  invalidate(): void {
    this.isStale = true;
    this.changed.fire();
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }

  /** Reads what is not read yet; what was read before a cancellation is given, and read again next time. */
  async all(token?: CancellationToken, onProgress?: (done: number, of: number) => void): Promise<readonly FolderReport[]> {
    if (!this.isStale) return this.reports;
    this.isStale = false;
    const files = await workspace.findFiles(candidates, '**/{node_modules,.git}/**', maximumFiles, token);
    const index = new WorkspaceIndex();
    const rest = pauses();
    for (const [done, file] of files.entries()) {
      if (token?.isCancellationRequested) this.isStale = true;
      if (this.isStale) break;
      onProgress?.(done, files.length);
      const text = await readText(file);
      if (text && looksLikeReport(text)) index.setFile(file.toString(), readDocument(text).parts);
      await rest();
    }
    const severities = workspace.getConfiguration('gouji').get<Record<string, RuleSeverity>>('rules', {});
    const reports: FolderReport[] = [];
    for (const { file, part, start, report, identity } of index.entries()) {
      const diagnosis = checkReport(report, { severities }, index.contextFor(file, part));
      const organ = report.organ ?? identity.organ?.written ?? null;
      reports.push({ uri: Uri.parse(file), start, organ, year: identity.year, report, diagnosis });
      await rest();
    }
    this.index = index;
    this.reports = reports;
    return reports;
  }

  /** The same organ's report of the year before. */
  async previousOf(uri: Uri): Promise<FolderReport | undefined> {
    const reports = await this.all();
    const entry = this.index.entriesOf(uri.toString())[0];
    const previous = entry && this.index.previousOf(entry).entry;
    return previous ? reports.find((report) => report.report === previous.report) : undefined;
  }
}

async function readText(file: Uri): Promise<string | undefined> {
  try {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === file.toString());
    if (open) return open.getText();
    if ((await workspace.fs.stat(file)).size > maximumBytes) return undefined;
    const bytes = await workspace.fs.readFile(file);
    const text = await workspace.decode(bytes, { uri: file });
    return text.includes('\uFFFD') ? await workspace.decode(bytes, { encoding: 'gb18030' }) : text;
  } catch {
    // A file that went away or cannot be read is no report of the folder.
    return undefined;
  }
}

function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await new Promise((resume) => setTimeout(resume, 0));
    since = performance.now();
  };
}
