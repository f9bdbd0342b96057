import {
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { resolveCodeAction, type ActionData } from '../features/codeActions/codeActions';
import { capabilitiesOf, features } from '../features/features';
import type { Feature } from '../features/view';
import { profileOf, type ClientProfile } from './clientProfile';
import { Configuration } from './configuration';
import { OpenDocuments } from './documents';
import type { Host } from './host';
import { servePull } from './pullDiagnostics';
import { DiagnosticsPusher } from './pushDiagnostics';
import { safeHandlers, type RunSafe } from './runSafe';
import { singleDocuments } from './singleDocuments';
import { fixTotals, fixTotalsCommand, recomputeTotals, recomputeTotalsCommand } from './totalsCommand';
import { Views } from './views';

/** Serves one client over a connection until it goes away. */
export function serve(connection: Connection, host: Host): void {
  let client: ClientProfile;
  const documents = new OpenDocuments(() => client.encoding);
  documents.listen(connection);
  connection.onInitialize((params) => {
    client = profileOf(params);
    return start(connection, host, client, documents, params);
  });
  connection.onShutdown(() => undefined);
}

function start(
  connection: Connection,
  host: Host,
  client: ClientProfile,
  documents: OpenDocuments,
  _params: InitializeParams,
): InitializeResult {
  const runSafe = safeHandlers(connection);
  const configuration = new Configuration(connection, client);
  const pages = client.rulePages ?? host.rulePages;
  const rulePage = (rule: string) => (pages === undefined ? undefined : `${pages.replace(/\/$/, '')}/${rule}.md`);
  const views = new Views(documents, configuration, client, singleDocuments(), rulePage);
  documents.onClose((document) => configuration.forget(document.uri));
  for (const feature of features) serveFeature(connection, views, runSafe, feature);
  serveResolve(connection, views, runSafe);
  serveCommands(connection, views, runSafe);
  if (client.pullsDiagnostics) {
    servePull(connection, documents, views, runSafe);
    configuration.onChange(() => {
      if (client.capabilities.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
    });
  } else {
    const pusher = new DiagnosticsPusher(connection, documents, views);
    configuration.onChange(() => pusher.refresh());
  }
  connection.onInitialized(() => configuration.register());
  return {
    serverInfo: { name: 'gouji', version: host.version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      executeCommandProvider: { commands: [fixTotalsCommand, recomputeTotalsCommand] },
      ...(client.pullsDiagnostics
        ? { diagnosticProvider: { identifier: 'gouji', interFileDependencies: false, workspaceDiagnostics: false } }
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

function serveCommands(connection: Connection, views: Views, runSafe: RunSafe): void {
  const commands: Readonly<Record<string, typeof fixTotals>> = {
    [fixTotalsCommand]: fixTotals,
    [recomputeTotalsCommand]: recomputeTotals,
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
