import type { OtherReport, Severity } from '../../rules/rule';
import type { Report } from '../../report/report';
import type { Diagnosis } from '../../service';
import type { Localized, Locale } from '../../text/localized';
import type { TextEncoding } from '../files/textEncoding';
import type { RangeOf } from '../ranges';

/** One report of one input, as the reporters print it. */
export interface InspectedReport {
  /** As given on the command line. */
  readonly path: string;
  readonly encoding: TextEncoding;
  /** Counted from 1; undefined where the file holds one report only. */
  readonly part: number | undefined;
  readonly report: Report;
  /** Ranges in the file of the report's spans. */
  readonly rangeOf: RangeOf;
}

export interface CheckedReport extends InspectedReport {
  readonly diagnosis: Diagnosis;
  /** Ranges in the file of another report that a finding speaks about. */
  rangeOfOther(other: OtherReport): RangeOf;
}

/** A fix that `--fix` made; the range is the place in the text before that fix. */
export interface AppliedFix {
  readonly title: Localized;
  readonly line: number;
  readonly character: number;
}

export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  hints: number;
  unreadable: number;
}

/**
 * Turns results into text. The pieces are printed in order by a `Printer`: a report's text may be kept for a while before, so
 * it must not depend on what was printed earlier.
 */
export interface Reporter<R extends InspectedReport> {
  /** Printed once, before anything else. */
  readonly begin?: string;
  /** Printed between two pieces. */
  readonly between?: string;
  report(report: R): string;
  unreadable(path: string, problem: Localized): string;
  /** The last piece. */
  summary?(summary: Summary): string;
  /** Printed once, after the pieces. */
  end?(): string;
}

export type InspectReporter = Reporter<InspectedReport>;

export interface CheckReporter extends Reporter<CheckedReport> {
  /** Comes before the reports of a file that `--fix` changed. */
  fixed?(path: string, fixes: readonly AppliedFix[]): string;
}

export interface ReporterSettings {
  readonly locale: Locale;
  readonly colours: boolean;
  /** Findings at or above this severity make the run fail. */
  readonly failOn: Severity | 'never';
  /** Of this program. */
  readonly version: string;
}

const ranks: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 };

export function isAtOrAbove(severity: Severity, limit: Severity | 'never'): boolean {
  return limit !== 'never' && ranks[severity] >= ranks[limit];
}
