import { cellOf } from '../../../server/src/report/report';
import { rules } from '../../../server/src/rules';
import { inLocale, type Locale } from '../../../server/src/text/localized';
import type { FolderReport } from './folderReading';

/** What the dashboard shows of a folder. */
export interface FolderSummary {
  readonly reports: number;
  readonly balanced: number;
  readonly findings: readonly { readonly rule: string; readonly summary: string; readonly count: number }[];
  /** Sums over the reports of a year; a number that was not read counts for nothing. */
  readonly years: readonly (ApplicationNumbers & { readonly year: number })[];
  readonly organs: readonly (ApplicationNumbers & {
    readonly organ: string;
    readonly year: number | null;
    readonly errors: number;
  })[];
}

export interface ApplicationNumbers {
  readonly received: number;
  readonly carriedIn: number;
  readonly granted: number;
  readonly denied: number;
  readonly closed: number;
  readonly carriedOut: number;
}

export function summarize(reports: readonly FolderReport[], locale: Locale): FolderSummary {
  const organs = reports
    .map((report) => ({ organ: report.organ ?? '', year: report.year, errors: countErrors(report), ...numbersOf(report) }))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.organ.localeCompare(b.organ, 'zh'));
  const years = [...new Set(organs.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => a - b);
  return {
    reports: reports.length,
    balanced: reports.filter((report) => countErrors(report) === 0).length,
    findings: mostFrequent(reports, locale),
    years: years.map((year) => ({ year, ...sum(organs.filter((row) => row.year === year)) })),
    organs,
  };
}

/** The same numbers as a table for spreadsheets. */
export function toCsv(summary: FolderSummary, headings: readonly string[]): string {
  const rows = summary.organs.map((row) => [
    row.organ,
    row.year ?? '',
    row.errors,
    row.received,
    row.carriedIn,
    row.granted,
    row.denied,
    row.closed,
    row.carriedOut,
  ]);
  const lines = [headings, ...rows].map((row) => row.map((value) => quote(String(value))).join(','));
  // Spreadsheets take a file for UTF-8 only when it begins with this mark.
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is written as text: the names come from files of others. */
function quote(value: string): string {
  const safe = /^[=+@-]/.test(value) && !/^-?\d/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function countErrors({ diagnosis }: FolderReport): number {
  return diagnosis.shown.filter((finding) => finding.severity === 'error').length;
}

function mostFrequent(reports: readonly FolderReport[], locale: Locale): FolderSummary['findings'] {
  const counts = new Map<string, number>();
  for (const { rule } of reports.flatMap(({ diagnosis }) => diagnosis.shown)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .sort(([ruleA, a], [ruleB, b]) => b - a || ruleA.localeCompare(ruleB))
    .map(([rule, count]) => {
      const known = rules.find((candidate) => candidate.id === rule);
      return { rule, summary: known ? inLocale(known.summary, locale) : rule, count };
    });
}

function numbersOf({ report }: FolderReport): ApplicationNumbers {
  const total = (row: string) => cellOf(report, 'applications', row, 'total')?.value ?? 0;
  const denied = (report.tables.applications?.rows ?? []).filter((row) => row.id.startsWith('denied.'));
  return {
    received: total('received'),
    carriedIn: total('carriedIn'),
    granted: total('granted') + total('partlyGranted'),
    denied: denied.reduce((all, row) => all + (row.cells['total']?.value ?? 0), 0),
    closed: total('outcomeTotal'),
    carriedOut: total('carriedOut'),
  };
}

function sum(rows: readonly ApplicationNumbers[]): ApplicationNumbers {
  const add = (key: keyof ApplicationNumbers) => rows.reduce((all, row) => all + row[key], 0);
  return {
    received: add('received'),
    carriedIn: add('carriedIn'),
    granted: add('granted'),
    denied: add('denied'),
    closed: add('closed'),
    carriedOut: add('carriedOut'),
  };
}
