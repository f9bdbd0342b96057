import type { Connection } from 'vscode-languageserver';
import type { ClientProfile } from './clientProfile';

/** Asks the client to ask again for everything it shows, as far as it can be asked to. */
export function refreshClient(connection: Connection, { capabilities }: ClientProfile): void {
  const { diagnostics, codeLens, inlayHint, semanticTokens } = capabilities.workspace ?? {};
  const requests = [
    diagnostics?.refreshSupport && connection.languages.diagnostics.refresh(),
    codeLens?.refreshSupport && connection.sendRequest('workspace/codeLens/refresh'),
    inlayHint?.refreshSupport && connection.languages.inlayHint.refresh(),
    semanticTokens?.refreshSupport && connection.languages.semanticTokens.refresh(),
  ];
  for (const request of requests) {
    if (request) request.catch((error: unknown) => connection.console.warn(`A refresh was refused: ${String(error)}`));
  }
}
