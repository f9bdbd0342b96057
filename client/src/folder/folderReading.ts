import { looksLikeReport } from '../../../server/src/report/detectReport';
import type { Report } from '../../../server/src/report/report';
import type { RuleSeverity } from '../../../server/src/rules/rule';
import { checkReport, eachPart, type Diagnosis, type ReportPart } from '../../../server/src/service';
import { WorkspaceIndex } from '../../../server/src/workspace/workspaceIndex';

/** A report of the folder with what was found in it. */
export interface FolderReport {
  /** The address of the file. */
  readonly file: string;
  /** Number of the report in its file, from 0. */
  readonly part: number;
  readonly organ: string | null;
  readonly year: number | null;
  readonly report: Report;
  readonly diagnosis: Diagnosis;
}

/** Where the reports are read from. Files are named by their addresses. */
export interface FolderFiles {
  /** The files that may hold reports. */
  list(): PromiseLike<readonly string[]>;
  /** The text of a file; undefined for one that went away or cannot be read. */
  read(file: string): PromiseLike<string | undefined>;
  severities(): Readonly<Record<string, RuleSeverity>>;
}

/** What one reading of the folder tells whoever waits for it, and whether it is still waited for. */
export interface Progress {
  readonly isCancelled: () => boolean;
  readonly report: (done: number, of: number) => void;
}

/** Shows that the folder is being read while the work goes on. */
export type ShowProgress = <Result>(isFirst: boolean, work: (progress: Progress) => Promise<Result>) => PromiseLike<Result>;

/** Milliseconds of work after which the extension host is let do something else. */
const slice = 20;

/** The reports of a folder, read when somebody asks for them; after a change, what changed alone is read again. */
export class FolderReading {
  private readonly index = new WorkspaceIndex();
  /** The files of the folder, and whether their present content is what the index has. */
  private readonly files = new Map<string, boolean>();
  private isListed = false;
  private isUpToDate = false;
  private hasShownProgress = false;
  private reports: readonly FolderReport[] = [];
  private underWay: Promise<readonly FolderReport[]> | undefined;

  constructor(
    private readonly source: FolderFiles,
    private readonly showProgress: ShowProgress,
  ) {}

  /** Everyone who asks while the folder is read gets the outcome of that reading; one that failed is forgotten. */
  all(): Promise<readonly FolderReport[]> {
    if (!this.underWay && this.isUpToDate) return Promise.resolve(this.reports);
    return (this.underWay ??= this.readShowingProgress().finally(() => (this.underWay = undefined)));
  }

  /** The same organ's report of the year before, for the report that holds a place of a file. */
  async previousOf(file: string, offset: number): Promise<{ part: number; previous: FolderReport } | undefined> {
    const reports = await this.all();
    const entries = this.index.entriesOf(file);
    const entry = entries.findLast(({ start }) => start <= offset) ?? entries[0];
    const found = entry && this.index.previousOf(entry).entry;
    const previous = found && reports.find(({ report }) => report === found.report);
    return previous ? { part: entry.part, previous } : undefined;
  }

  /** The content of a file is another one now. */
  fileChanged(file: string): void {
    if (!this.files.has(file)) return;
    this.files.set(file, false);
    this.isUpToDate = false;
  }

  fileCameOrWent(file: string): void {
    this.fileChanged(file);
    this.isListed = false;
    this.isUpToDate = false;
  }

  /** Nothing that was read is relied on any more. */
  forget(): void {
    for (const file of this.files.keys()) this.fileCameOrWent(file);
    this.isListed = false;
    this.isUpToDate = false;
  }

  private async readShowingProgress(): Promise<readonly FolderReport[]> {
    const isFirst = !this.hasShownProgress;
    this.hasShownProgress = true;
    return this.showProgress(isFirst, async (progress) => {
      const rest = pauses();
      // What changes meanwhile is read in another round.
      while (!this.isUpToDate && !progress.isCancelled()) await this.readWhatChanged(progress, rest);
      return (this.reports = await this.check(rest));
    });
  }

  private async readWhatChanged(progress: Progress, rest: Rest): Promise<void> {
    if (!this.isListed) await this.list();
    this.isUpToDate = true;
    const unread = [...this.files].flatMap(([file, isRead]) => (isRead ? [] : [file]));
    for (const [done, file] of unread.entries()) {
      if (progress.isCancelled()) {
        this.isUpToDate = false;
        return;
      }
      progress.report(done, unread.length);
      // Said beforehand: a change while the file is being read makes it unread again.
      this.files.set(file, true);
      const parts = await partsOf(await this.source.read(file), rest);
      if (parts.length > 0) this.index.setFile(file, parts);
      else this.index.removeFile(file);
    }
  }

  private async list(): Promise<void> {
    this.isListed = true;
    try {
      const found = new Set(await this.source.list());
      for (const file of [...this.files.keys()].filter((known) => !found.has(known))) {
        this.files.delete(file);
        this.index.removeFile(file);
      }
      for (const file of found) if (!this.files.has(file)) this.files.set(file, false);
    } catch (error) {
      this.isListed = false;
      throw error;
    }
  }

  /** Reports that stayed as they were keep what was found in them: checking them again costs nothing. */
  private async check(rest: Rest): Promise<readonly FolderReport[]> {
    const severities = this.source.severities();
    const reports: FolderReport[] = [];
    for (const { file, part, report, identity } of this.index.entries()) {
      const diagnosis = checkReport(report, { severities }, this.index.contextFor(file, part));
      const organ = report.organ ?? identity.organ?.written ?? null;
      reports.push({ file, part, organ, year: identity.year, report, diagnosis });
      await rest();
    }
    return reports;
  }
}

type Rest = () => Promise<void>;

async function partsOf(text: string | undefined, rest: Rest): Promise<ReportPart[]> {
  const parts: ReportPart[] = [];
  if (!text || !looksLikeReport(text)) return parts;
  for (const part of eachPart(text)) {
    parts.push(part);
    await rest();
  }
  return parts;
}

function pauses(): Rest {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await new Promise((resume) => setTimeout(resume, 0));
    since = performance.now();
  };
}
