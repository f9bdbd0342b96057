import type { ClientCapabilities, Location, Position, Range, ServerCapabilities } from 'vscode-languageserver';
import type { Repair } from '../repair/repair';
import type { Report } from '../report/report';
import type { Finding, OtherReport, RuleContext } from '../rules/rule';
import { inLocale, type Locale, type Localized } from '../text/localized';
import { contains, shiftSpan, type Span } from '../text/span';

/** What a feature may look at: one version of one document, read and checked, and what the client can show. */
export interface View {
  readonly uri: string;
  /** The version the client gave this text; null for a file that is not open. */
  readonly version: number | null;
  readonly text: string;
  readonly parts: readonly ViewPart[];
  readonly locale: Locale;
  readonly positions: Positions;
  readonly client: ClientCapabilities;
  readonly settings: FeatureSettings;
  /** The address of a rule's page; undefined where no pages are at hand. */
  rulePage(rule: string): string | undefined;
  /** Where a span of another report lies; undefined when its file is unknown to the host. */
  locate(other: OtherReport, span: Span): Location | undefined;
}

/** One report of a document with its diagnosis. Spans in it are relative to `start`. */
export interface ViewPart {
  readonly start: number;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly shown: readonly Finding[];
  readonly repair: Repair | null;
  /** What is known besides the report: last year's report among it. */
  readonly context: RuleContext;
}

export type InlayHintMode = 'off' | 'wrong' | 'all';

export interface FeatureSettings {
  readonly inlayHints: InlayHintMode;
  readonly codeLens: boolean;
}

/** Offsets (UTF-16, in the document) to positions in the encoding agreed with the client, and back. */
export interface Positions {
  position(offset: number): Position;
  offset(position: Position): number;
  range(span: Span): Range;
  span(range: Range): Span;
}

/** One feature of the protocol on one document: the request, what is announced for it, and the answer. */
export interface Feature<P = never, R = unknown> {
  readonly method: string;
  capability(client: ClientCapabilities): Partial<ServerCapabilities>;
  handle(view: View, params: P): R;
}

export function say(view: Pick<View, 'locale'>, message: Localized): string {
  return inLocale(message, view.locale);
}

/** The report at an offset of the document, and the offset within that report. */
export function partAt(view: View, offset: number): { part: ViewPart; at: number } | undefined {
  for (let i = view.parts.length - 1; i >= 0; i--) {
    const part = view.parts[i]!;
    if (offset >= part.start) {
      return offset <= part.start + part.report.text.length ? { part, at: offset - part.start } : undefined;
    }
  }
  return undefined;
}

/** The parts that a span of the document touches, so that a request about a few lines does not visit the whole text. */
export function partsIn(view: View, span: Span): ViewPart[] {
  return view.parts.filter((p) => p.start <= span.end && p.start + p.report.text.length >= span.start);
}

/** The range in the document of a span of one of its reports. */
export function rangeIn(view: View, part: Pick<ViewPart, 'start'>, span: Span): Range {
  return view.positions.range(shiftSpan(span, part.start));
}

export function touches(outer: Span, inner: Span): boolean {
  return contains(outer, inner.start) || contains(inner, outer.start);
}
