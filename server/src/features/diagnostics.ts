import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type DiagnosticsCapabilities,
} from 'vscode-languageserver';
import type { Finding, Related, Severity } from '../rules/rule';
import { findingKeys } from './findingKey';
import { rangeIn, say, type View, type ViewPart } from './view';

export const diagnosticSource = 'gouji';

/** What a diagnostic carries so that a later request about it needs no memory of this one. */
export interface DiagnosticData {
  readonly uri: string;
  readonly version: number | null;
  readonly key: string;
}

/** The diagnostics of a document: one per cause, in text order. */
export function diagnosticsOf(view: View): Diagnostic[] {
  return view.parts.flatMap((part, index) => diagnosticsOfPart(view, part, index));
}

export function diagnosticsOfPart(view: View, part: ViewPart, index: number): Diagnostic[] {
  const keys = findingKeys(part.shown, index);
  return part.shown.map((finding, i) => diagnosticOf(view, part, finding, keys[i]!));
}

export function diagnosticOf(view: View, part: ViewPart, finding: Finding, key: string): Diagnostic {
  const can = canShow(view);
  const diagnostic: Diagnostic = {
    range: rangeIn(view, part, finding.span),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: say(view, finding.message),
  };
  const page = can.codeDescriptionSupport ? view.rulePage(finding.rule) : undefined;
  if (page !== undefined) diagnostic.codeDescription = { href: page };
  if (can.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.flatMap((related) => relatedInformation(view, part, related));
  }
  if (can.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) && finding.rule === 'extraction-residue') {
    diagnostic.tags = [DiagnosticTag.Unnecessary];
  }
  if (can.dataSupport) diagnostic.data = { uri: view.uri, version: view.version, key } satisfies DiagnosticData;
  return diagnostic;
}

/** Editors do not list LSP hints among the problems, so the mildest findings are sent as information. */
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

function relatedInformation(view: View, part: ViewPart, related: Related): DiagnosticRelatedInformation[] {
  const location = related.other
    ? view.locate(related.other, related.span)
    : { uri: view.uri, range: rangeIn(view, part, related.span) };
  return location ? [{ location, message: say(view, related.message) }] : [];
}

/** What the client can show: a client that pulls says so with its pull capability, one that is pushed to with the other. */
function canShow(view: View): DiagnosticsCapabilities {
  const { diagnostic, publishDiagnostics } = view.client.textDocument ?? {};
  return { ...publishDiagnostics, ...diagnostic };
}
