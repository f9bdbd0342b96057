import { looksLikeReport } from '../../../server/src/report/detectReport';
import type { Report } from '../../../server/src/report/report';
import type { RuleSeverities } from '../../../server/src/rules/rule';
import { checkReport, eachPart, type Diagnosis, type ReportPart } from '../../../server/src/service';
import { nameReader } from '../../../server/src/workspace/governments';
import { compareOrgans, parseOrganName } from '../../../server/src/workspace/organName';
import { WorkspaceIndex } from '../../../server/src/workspace/workspaceIndex';
import { FolderSideFiles, type ReportDiagnosis } from './sideFiles';

/** A report of the folder with what was found in it. */
export interface FolderReport {
  /** The address of the file. */
  readonly file: string;
  /** Number of the report in its file, from 0. */
  readonly part: number;
  /** The organ by the name that the settings know it by. */
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
  /** The settings files and lists of accepted findings, in the folder and above it, with their texts. */
  sideFiles(): PromiseLike<Iterable<readonly [file: string, text: string]>>;
  /** What the editor's settings say for a file. */
  severitiesFor(file: string): RuleSeverities;
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
  private sideFiles = new FolderSideFiles([]);
  private hasSideFiles = false;
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

  /** The report of an organ for a year, whichever of its names is given. */
  async reportOf(organ: string, year: number): Promise<FolderReport | undefined> {
    const reports = await this.all();
    const nameOf = nameReader(this.sideFiles.organs().organs);
    const known = (name: string | null) => {
      const parsed = name === null ? null : parseOrganName(name);
      return parsed && nameOf(parsed);
    };
    const wanted = known(organ);
    return reports.find((report) => {
      const name = report.year === year ? known(report.organ) : null;
      return wanted && name && compareOrgans(wanted, name) === 'same';
    });
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

  /** A file or a folder with all its files went away; false when none of the files known was in it. */
  folderWent(folder: string): boolean {
    if (![...this.files.keys()].some((file) => file.startsWith(`${folder}/`))) return false;
    this.isListed = false;
    this.sideFilesChanged();
    return true;
  }

  /** Settings files or lists of accepted findings came, went or changed. */
  sideFilesChanged(): void {
    this.hasSideFiles = false;
    this.isUpToDate = false;
  }

  /** The editor's settings changed: what was read stays, and is checked again. */
  settingsChanged(): void {
    this.isUpToDate = false;
  }

  /** Nothing that was read is relied on any more. */
  forget(): void {
    for (const file of this.files.keys()) this.fileChanged(file);
    this.isListed = false;
    this.sideFilesChanged();
  }

  private async readShowingProgress(): Promise<readonly FolderReport[]> {
    const isFirst = !this.hasShownProgress;
    this.hasShownProgress = true;
    try {
      return await this.showProgress(isFirst, async (progress) => {
        const rest = pauses();
        // What changes meanwhile is read in another round.
        while (!this.isUpToDate && !progress.isCancelled()) await this.readWhatChanged(progress, rest);
        return (this.reports = await this.check(rest));
      });
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  private async readWhatChanged(progress: Progress, rest: Rest): Promise<void> {
    this.isUpToDate = true;
    if (!this.isListed) await this.list();
    if (!this.hasSideFiles) await this.readSideFiles();
    const unread = [...this.files].flatMap(([file, isRead]) => (isRead || this.sideFiles.isExcluded(file) ? [] : [file]));
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
    const found = new Set(await this.source.list());
    for (const file of [...this.files.keys()].filter((known) => !found.has(known))) {
      this.files.delete(file);
      this.index.removeFile(file);
    }
    for (const file of found) if (!this.files.has(file)) this.files.set(file, false);
  }

  private async readSideFiles(): Promise<void> {
    this.hasSideFiles = true;
    this.sideFiles = new FolderSideFiles(await this.source.sideFiles());
    this.index.setSettings(this.sideFiles.organs());
    for (const file of this.files.keys()) {
      if (!this.sideFiles.isExcluded(file)) continue;
      this.files.set(file, false);
      this.index.removeFile(file);
    }
  }

  /** Reports that stayed as they were keep what was found in them: checking them again costs nothing. */
  private async check(rest: Rest): Promise<readonly FolderReport[]> {
    const reports: FolderReport[] = [];
    for (const file of new Set(this.index.entries().map((entry) => entry.file))) {
      const severities = { ...this.source.severitiesFor(file), ...this.sideFiles.severitiesFor(file) };
      const checked: ReportDiagnosis[] = [];
      for (const { part, report } of this.index.entriesOf(file)) {
        const context = this.index.contextFor(file, part);
        checked.push({ text: report.text, diagnosis: checkReport(report, { severities }, context), context });
        await rest();
      }
      const diagnoses = this.sideFiles.withoutAccepted(file, checked);
      for (const { part, report, identity, otherName } of this.index.entriesOf(file)) {
        const organ = (otherName ? identity.organ?.written : report.organ) ?? identity.organ?.written ?? null;
        reports.push({ file, part, organ, year: identity.year, report, diagnosis: diagnoses[part]! });
      }
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
