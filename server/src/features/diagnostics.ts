import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type DiagnosticsCapabilities,
  type Position,
  type Range,
} from 'vscode-languageserver';
import type { Report } from '../report/report';
import type { Finding, Related, Severity } from '../rules/rule';
import type { Locale } from '../text/localized';
import { findingKeys } from './parts/findingKey';
import { rangeIn, say, type View, type ViewPart } from './view';
import { KeptWith } from '../text/remember';

const diagnosticSource = 'gouji';

/** What a diagnostic carries so that a later request about it needs no memory of this one. */
export interface DiagnosticData {
  readonly uri: string;
  readonly key: string;
}

/** The diagnostics of one report as they were made last, and where the report then began. */
interface Made {
  readonly uri: string;
  readonly locale: Locale;
  readonly shown: readonly Finding[];
  readonly start: Position;
  readonly diagnostics: readonly Diagnostic[];
}

const remembered = new KeptWith<Report, Map<number, Made>>();

/** The diagnostics of a document: one per cause, in text order. */
export function diagnosticsOf(view: View): Diagnostic[] {
  return view.parts.flatMap((part, index) => diagnosticsOfPart(view, part, index));
}

/** A report that did not change keeps its diagnostics; when text above it did, they only move by whole lines. */
function diagnosticsOfPart(view: View, part: ViewPart, index: number): readonly Diagnostic[] {
  const { shown } = part;
  if (shown.length === 0) return [];
  let ofReport = remembered.get(part.report);
  if (!ofReport) remembered.set(part.report, (ofReport = new Map()));
  const start = view.positions.position(part.start);
  const made = ofReport.get(index);
  if (
    made &&
    made.uri === view.uri &&
    made.locale === view.locale &&
    made.shown === shown &&
    made.start.character === start.character
  ) {
    const lines = start.line - made.start.line;
    if (lines === 0) return made.diagnostics;
    const diagnostics = made.diagnostics.map((diagnostic) => moveByLines(diagnostic, lines, view.uri));
    ofReport.set(index, { ...made, start, diagnostics });
    return diagnostics;
  }
  const keys = findingKeys(shown, index);
  const can = canShow(view);
  const diagnostics = shown.map((finding, i) => diagnosticOf(view, part, finding, keys[i]!, can));
  // Places in other documents move on their own: they are looked up every time.
  if (shown.some((finding) => finding.related.some((related) => related.other))) ofReport.delete(index);
  else ofReport.set(index, { uri: view.uri, locale: view.locale, shown, start, diagnostics });
  return diagnostics;
}

function moveByLines(diagnostic: Diagnostic, lines: number, uri: string): Diagnostic {
  const move = ({ start, end }: Range): Range => ({
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  });
  const related = diagnostic.relatedInformation?.map(({ location, message }) => ({
    location: { uri, range: move(location.range) },
    message,
  }));
  return { ...diagnostic, range: move(diagnostic.range), ...(related ? { relatedInformation: related } : {}) };
}

/** A finding as the protocol has it, with no more than the client can show; `key` finds it again. */
export function diagnosticOf(view: View, part: ViewPart, finding: Finding, key: string, can = canShow(view)): Diagnostic {
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
  if (can.dataSupport) diagnostic.data = { uri: view.uri, key } satisfies DiagnosticData;
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
