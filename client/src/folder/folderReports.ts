import { EventEmitter, ProgressLocation, Uri, window, workspace, type Disposable } from 'vscode';
import type { RuleSeverities } from '../../../server/src/rules/rule';
import { localize } from '../localize';
import { FolderReading, type FolderFiles, type FolderReport, type ShowProgress } from './folderReading';
import { readSideFiles, sideFilesPattern } from './readSideFiles';
import { readText } from './readText';

const candidates = '**/*.{txt,md,zfnb}';
const leftOut = '**/{node_modules,.git}/**';
/** Files beyond which a folder is not read further: it is hardly a folder of reports. */
const maximumFiles = 5000;

/** The reports of the open folders, kept true to what happens to their files. */
export class FolderReports implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly reading = new FolderReading(filesOfWorkspace, showProgress);
  private readonly subscriptions: readonly Disposable[];
  readonly onDidChange = this.changed.event;

  constructor() {
    const watcher = workspace.createFileSystemWatcher(candidates);
    const sideWatcher = workspace.createFileSystemWatcher(sideFilesPattern);
    // Of a folder that is deleted with all its files only the folder is told.
    const folderWatcher = workspace.createFileSystemWatcher('**/*', true, true);
    const cameOrWent = (file: Uri) => this.note(() => this.reading.fileCameOrWent(file.toString()));
    const sideChange = () => this.note(() => this.reading.sideFilesChanged());
    this.subscriptions = [
      this.changed,
      watcher,
      watcher.onDidChange((file) => this.note(() => this.reading.fileChanged(file.toString()))),
      watcher.onDidCreate(cameOrWent),
      watcher.onDidDelete(cameOrWent),
      folderWatcher,
      folderWatcher.onDidDelete((folder) => {
        if (this.reading.folderWent(folder.toString())) this.changed.fire();
      }),
      sideWatcher,
      sideWatcher.onDidChange(sideChange),
      sideWatcher.onDidCreate(sideChange),
      sideWatcher.onDidDelete(sideChange),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('gouji')) this.note(() => this.reading.settingsChanged());
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.invalidate()),
      // What is typed counts for whoever asks next; nobody is told at every keystroke.
      workspace.onDidChangeTextDocument(({ document }) => this.reading.fileChanged(document.uri.toString())),
      workspace.onDidCloseTextDocument(({ uri }) => this.reading.fileChanged(uri.toString())),
    ];
  }

  invalidate(): void {
    this.note(() => this.reading.forget());
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  all(): Promise<readonly FolderReport[]> {
    return this.reading.all();
  }

  /** The same organ's report of the year before, for the report that holds a place of a file. */
  previousOf(uri: Uri, offset: number): Promise<{ part: number; previous: FolderReport } | undefined> {
    return this.reading.previousOf(uri.toString(), offset);
  }

  reportOf(organ: string, year: number): Promise<FolderReport | undefined> {
    return this.reading.reportOf(organ, year);
  }

  private note(change: () => void): void {
    change();
    this.changed.fire();
  }
}

const filesOfWorkspace: FolderFiles = {
  list: async () => (await workspace.findFiles(candidates, leftOut, maximumFiles)).map(String),
  read: (file) => readText(Uri.parse(file)),
  sideFiles: readSideFiles,
  severitiesFor: (file) => workspace.getConfiguration('gouji', Uri.parse(file)).get<RuleSeverities>('rules', {}),
};

/** The first reading may take long and can be cancelled; later ones are short and show in the view only. */
const showProgress: ShowProgress = (isFirst, work) => {
  const location = isFirst ? ProgressLocation.Notification : { viewId: 'gouji.reports' };
  const title = localize('Reading annual reports');
  return window.withProgress({ location, title, cancellable: isFirst }, (progress, token) => {
    let shown = 0;
    return work({
      isCancelled: () => token.isCancellationRequested,
      report: (done, of) => {
        const percent = (100 * done) / of;
        progress.report({ increment: percent - shown, message: `${done} / ${of}` });
        shown = percent;
      },
    });
  });
};
