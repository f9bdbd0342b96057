import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  MessageType,
  WatchKind,
  type Connection,
  type FileSystemWatcher,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { workspaceSymbols } from '../../features/workspaceSymbols';
import { inLocale, localized, type Locale } from '../../text/localized';
import type { ClientProfile } from '../clientProfile';
import type { OpenDocuments } from '../documents';
import { notice } from '../notice';
import type { RunSafe } from '../runSafe';
import { canonicalUri, fileNameOf, folderOf } from './addresses';
import type { ReportWorkspace } from './reportWorkspace';

/** Milliseconds without a change before an edited report is compared with the others of the workspace. */
const pause = 400;

/**
 * Keeps the workspace true to what is open, on disk and in the folders; answers questions about all of it. What is returned
 * starts it, once the session is initialized.
 */
export function serveWorkspace(
  connection: Connection,
  client: ClientProfile,
  documents: OpenDocuments,
  workspace: ReportWorkspace,
  locale: () => Locale,
  runSafe: RunSafe,
): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const update = (uri: string) => {
    timers.delete(uri);
    if (workspace.update(uri)) workspace.announce();
  };
  documents.onOpen(({ uri }) => {
    update(uri);
    lookAround(uri);
  });
  documents.onChange(({ uri }) => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => update(uri), pause),
    );
  });
  documents.onClose(({ uri }) => {
    clearTimeout(timers.get(uri));
    update(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const files = changes.flatMap(({ uri, type }) => {
      const key = canonicalUri(uri);
      return type === FileChangeType.Deleted ? workspace.knownAt(key) : [key];
    });
    if (files.length > 0) void Promise.all(files.map((file) => workspace.load(file))).then(() => workspace.announce());
  });
  connection.onRequest(
    'workspace/symbol',
    runSafe('workspace/symbol', null, ({ query }: WorkspaceSymbolParams) => workspaceSymbols(workspace.known(), query)),
  );
  return start;

  function start(): void {
    if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const cameOrChanged = WatchKind.Create | WatchKind.Change;
      const watchers: FileSystemWatcher[] = [
        { globPattern: '**/*.{txt,md,zfnb}', kind: cameOrChanged },
        { globPattern: '**/gouji.{config,accepted}.json', kind: cameOrChanged },
        // Of a folder that is deleted with all its files only the folder is told.
        { globPattern: '**/*', kind: WatchKind.Delete },
      ];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => {
        connection.console.warn(`Changes of files could not be subscribed to: ${String(error)}`);
      });
    }
    if (client.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) workspace.removeFolder(canonicalUri(uri));
        for (const { uri } of added) workspace.addFolder(canonicalUri(uri));
        void scan(added.map((folder) => folder.uri));
      });
    }
    void scan(client.folders);
  }

  async function scan(folders: readonly string[]): Promise<void> {
    for (const folder of folders) await workspace.sideFiles.lookAround(canonicalUri(folder).replace(/\/$/, ''));
    const { skipped } = await workspace.scan(folders.map(canonicalUri));
    if (skipped.length === 0) return;
    const names = skipped.map(fileNameOf).join('、');
    const message = localized(`文件太大，未作检查：${names}`, `Too large to be checked: ${names}`);
    notice(connection, MessageType.Warning, inLocale(message, locale()));
  }

  /** The side files that count may lie above the folders of the workspace, or beside a report outside of them. */
  function lookAround(uri: string): void {
    const key = canonicalUri(uri);
    void workspace.sideFiles.lookAround(folderOf(key)).then((found) => {
      if (found) return workspace.sideFilesChanged();
    });
  }
}
