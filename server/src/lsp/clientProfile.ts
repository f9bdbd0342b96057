import type { ClientCapabilities, InitializeParams, PositionEncodingKind } from 'vscode-languageserver';
import { chooseEncoding } from './positions';

/** What the client told about itself, as the server asks for it. */
export interface ClientProfile {
  readonly capabilities: ClientCapabilities;
  readonly encoding: PositionEncodingKind;
  readonly locale: string | undefined;
  readonly canPullConfiguration: boolean;
  readonly canRegisterConfiguration: boolean;
  /** A client that pulls diagnostics is never pushed to: it would show everything twice. */
  readonly pullsDiagnostics: boolean;
  readonly folders: readonly string[];
  /** Settings given at start, for clients that cannot be asked. */
  readonly initialSettings: unknown;
  /** The folder with the rules' pages, as an address the client can open. */
  readonly rulePages: string | undefined;
}

/** Reads what a client says of itself; whatever it leaves out it cannot do. */
export function profileOf(params: InitializeParams): ClientProfile {
  const capabilities = params.capabilities ?? {};
  const options = record(params.initializationOptions);
  return {
    capabilities,
    encoding: chooseEncoding(capabilities.general?.positionEncodings),
    locale: params.locale ?? (typeof options['locale'] === 'string' ? options['locale'] : undefined),
    canPullConfiguration: capabilities.workspace?.configuration === true,
    canRegisterConfiguration: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: capabilities.textDocument?.diagnostic !== undefined,
    folders: params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []),
    initialSettings: options['settings'],
    rulePages: typeof options['rulePages'] === 'string' ? options['rulePages'] : undefined,
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
