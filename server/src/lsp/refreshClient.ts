import type { Connection } from 'vscode-languageserver';
import type { ClientProfile } from './clientProfile';

/** Asks the client to ask again for everything it shows, as far as it can be asked to. */
export function refreshClient(connection: Connection, client: ClientProfile): void {
  const { codeLens, inlayHint, semanticTokens } = client.capabilities.workspace ?? {};
  refreshDiagnostics(connection, client);
  const requests = [
    codeLens?.refreshSupport && connection.sendRequest('workspace/codeLens/refresh'),
    inlayHint?.refreshSupport && connection.languages.inlayHint.refresh(),
    semanticTokens?.refreshSupport && connection.languages.semanticTokens.refresh(),
  ];
  for (const request of requests) if (request) warnIfRefused(connection, request);
}

/** Asks the client to ask again for the diagnostics of all documents, if it can be asked to. */
export function refreshDiagnostics(connection: Connection, { capabilities }: ClientProfile): void {
  if (capabilities.workspace?.diagnostics?.refreshSupport) warnIfRefused(connection, connection.languages.diagnostics.refresh());
}

function warnIfRefused(connection: Connection, request: Promise<unknown>): void {
  request.catch((error: unknown) => connection.console.warn(`A refresh was refused: ${String(error)}`));
}
