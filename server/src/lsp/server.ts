import {
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type CancellationToken,
  type CodeAction,
  type Connection,
  type ExecuteCommandParams,
  type InitializeResult,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { ActionData } from '../features/codeActions/actionProvider';
import { resolveCodeAction } from '../features/codeActions/codeActions';
import { fixTotalsCommand } from '../features/codeLenses';
import { capabilitiesOf, features } from '../features/features';
import type { Feature } from '../features/view';
import { acceptCommand, acceptFindingCommand } from './acceptCommand';
import { profileOf, type ClientProfile } from './clientProfile';
import { ClientSettings } from './clientSettings';
import { OpenDocuments } from './documents';
import type { Host } from './host';
import { checkCommand, LargeDocuments } from './largeDocuments';
import { servePull } from './pullDiagnostics';
import { DiagnosticsPusher } from './pushDiagnostics';
import { refreshClient, refreshDiagnostics } from './refreshClient';
import { Attention } from './rests';
import { safeHandlers, type RunSafe } from './runSafe';
import { fixTotals, recomputeTotals, recomputeTotalsCommand } from './totalsCommand';
import { Views } from './views';
import { warmUp } from './warmUp';
import { ReportWorkspace } from './workspace/reportWorkspace';
import { serveWorkspace } from './workspace/serveWorkspace';
import { WorkspaceSideFiles } from './workspace/sideFiles';
import { serveWorkspaceDiagnostics } from './workspace/workspaceDiagnostics';

/** Serves one client over a connection until it goes away. */
export function serve(connection: Connection, host: Host): void {
  let client: ClientProfile;
  const documents = new OpenDocuments(() => client.encoding);
  documents.listen(connection);
  connection.onInitialize((params) => {
    client = profileOf(params);
    return start(connection, host, client, documents);
  });
  connection.onShutdown(() => undefined);
}

function start(connection: Connection, host: Host, client: ClientProfile, documents: OpenDocuments): InitializeResult {
  const runSafe = safeHandlers(connection);
  const clientSettings = new ClientSettings(connection, client);
  const pages = client.rulePages ?? host.rulePages;
  const rulePage = (rule: string) => (pages === undefined ? undefined : `${pages.replace(/\/$/, '')}/${rule}.md`);
  const sideFiles = new WorkspaceSideFiles(connection, host.files, () => clientSettings.locale);
  const attention = new Attention(documents);
  const workspace = new ReportWorkspace(documents, client, host.files, sideFiles, attention);
  const views = new Views(documents, clientSettings, client, workspace, attention, rulePage);
  documents.onClose((document) => clientSettings.forget(document.uri));
  for (const feature of features) serveFeature(connection, views, runSafe, feature);
  serveResolve(connection, views, runSafe);
  const largeDocuments = new LargeDocuments(connection, documents, () => clientSettings.locale);
  const pusher = client.pullsDiagnostics ? undefined : new DiagnosticsPusher(connection, documents, largeDocuments, views);
  if (!pusher) {
    servePull(connection, documents, largeDocuments, views, runSafe, () => refreshDiagnostics(connection, client));
    serveWorkspaceDiagnostics(connection, documents, workspace, clientSettings, views, attention, runSafe);
  }
  const refresh = () => {
    pusher?.refresh();
    refreshClient(connection, client);
  };
  largeDocuments.onWanted(refresh);
  clientSettings.onChange(refresh);
  workspace.onChange(refresh);
  serveCommands(connection, views, runSafe, {
    [acceptFindingCommand]: acceptCommand(host.files, workspace, client.encoding),
    [checkCommand]: largeDocuments.check,
  });
  const startWorkspace = serveWorkspace(connection, client, documents, workspace, () => clientSettings.locale, runSafe);
  connection.onInitialized(() => {
    clientSettings.register();
    startWorkspace();
    void warmUp(views, attention);
  });
  return {
    serverInfo: { name: 'gouji', version: host.version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspaceSymbolProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      executeCommandProvider: { commands: [fixTotalsCommand, recomputeTotalsCommand, acceptFindingCommand, checkCommand] },
      ...(client.pullsDiagnostics
        ? { diagnosticProvider: { identifier: 'gouji', interFileDependencies: true, workspaceDiagnostics: true } }
        : {}),
      ...capabilitiesOf(client.capabilities),
    },
  };
}

function serveFeature(connection: Connection, views: Views, runSafe: RunSafe, feature: Feature): void {
  const handler = runSafe<{ textDocument: TextDocumentIdentifier }, unknown>(feature.method, null, async (params, token) => {
    const view = await views.of(params.textDocument.uri, token);
    return view ? feature.handle(view, params as never) : null;
  });
  connection.onRequest(feature.method, handler);
}

function serveResolve(connection: Connection, views: Views, runSafe: RunSafe): void {
  connection.onCodeActionResolve((action, token) => {
    const resolve = runSafe<CodeAction, CodeAction>('codeAction/resolve', action, async () => {
      const data = action.data as Partial<ActionData> | undefined;
      const view = data?.uri === undefined ? undefined : await views.of(data.uri, token);
      const resolved = view && resolveCodeAction(view, action);
      if (!resolved) throw new ResponseError(LSPErrorCodes.ContentModified, 'The action no longer applies.');
      return resolved;
    });
    return resolve(action, token);
  });
}

type Command = (connection: Connection, views: Views, argument: unknown, token: CancellationToken) => Promise<unknown>;

function serveCommands(connection: Connection, views: Views, runSafe: RunSafe, more: Readonly<Record<string, Command>>): void {
  const commands: Readonly<Record<string, Command>> = {
    [fixTotalsCommand]: fixTotals,
    [recomputeTotalsCommand]: recomputeTotals,
    ...more,
  };
  connection.onRequest(
    'workspace/executeCommand',
    runSafe<ExecuteCommandParams, unknown>('workspace/executeCommand', null, (params, token) => {
      const command = commands[params.command];
      if (!command) throw new ResponseError(LSPErrorCodes.RequestFailed, `Unknown command ${params.command}.`);
      return command(connection, views, params.arguments?.[0], token);
    }),
  );
}
