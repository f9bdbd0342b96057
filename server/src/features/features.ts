import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { codeActions } from './codeActions/codeActions';
import { documentLinks } from './documentLinks';
import { documentSymbols } from './documentSymbols';
import { foldingRanges } from './foldingRanges';
import { hover } from './hover';
import { codeLenses } from './codeLenses';
import { completion } from './completion';
import { definition } from './definition';
import { documentHighlights } from './documentHighlights';
import { inlayHints } from './inlayHints';
import { goujiReport } from './goujiReport';
import { references } from './references';
import { selectionRanges } from './selectionRanges';
import { semanticTokens, semanticTokensRange } from './semanticTokens';
import type { Feature } from './view';

/** Every feature that answers about one document. A new one is a file and a line here. */
export const features: readonly Feature[] = [
  hover,
  codeActions,
  codeLenses,
  inlayHints,
  documentSymbols,
  foldingRanges,
  selectionRanges,
  documentHighlights,
  definition,
  references,
  semanticTokens,
  semanticTokensRange,
  completion,
  documentLinks,
  goujiReport,
];

/** What the features announce to this client. */
export function capabilitiesOf(client: ClientCapabilities): Partial<ServerCapabilities> {
  return Object.assign({}, ...features.map((feature) => feature.capability(client)));
}
