import type { Finding, RuleContext } from '../rules/rule';
import { ruleById } from '../rules/index';
import type { RuleSeverities } from '../rules/rule';
import type { AcceptedEntry } from './accepted';

/** The findings of one report and what they were found with. */
export interface ReportFindings {
  /** The report's own text. */
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly context?: RuleContext;
  readonly severities?: RuleSeverities;
}

export interface FilteredFindings {
  /** For each report, the findings that nobody has accepted. */
  readonly kept: readonly (readonly Finding[])[];
  /** Entries that apply to nothing any more: the report or its numbers have changed. */
  readonly stale: readonly AcceptedEntry[];
}

/** The entries that name a file; `path` is relative to the folder of the side file. */
export function acceptedFor(entries: readonly AcceptedEntry[], path: string): AcceptedEntry[] {
  const wanted = comparablePath(path);
  return entries.filter((entry) => comparablePath(entry.file) === wanted);
}

/** Takes the accepted findings of one file out. `reports` are all reports of the file, `entries` those that name the file. */
export function filterAccepted(reports: readonly ReportFindings[], entries: readonly AcceptedEntry[]): FilteredFindings {
  const used = new Set<AcceptedEntry>();
  const kept = reports.map((report, part) =>
    report.findings.filter((finding) => {
      const matching = entries.filter((entry) => accepts(entry, finding, report.text, part));
      matching.forEach((entry) => used.add(entry));
      return matching.length === 0;
    }),
  );
  const stale = entries.filter((entry) => !used.has(entry) && couldBeFound(entry, reports));
  return { kept, stale };
}

/** The marked text as entries hold it: on one line and not too long. */
export function markedText(finding: Finding, text: string): string {
  const marked = text.slice(finding.span.start, finding.span.end).replace(/\s+/g, ' ').trim();
  return marked.length > 60 ? `${marked.slice(0, 60)}…` : marked;
}

/** `part` is the number of the report in its file, from 0. */
export function accepts(entry: AcceptedEntry, finding: Finding, text: string, part: number): boolean {
  return (
    entry.rule === finding.rule &&
    (entry.part === undefined || entry.part === part + 1) &&
    (entry.table === undefined || entry.table === finding.table) &&
    (entry.row === undefined || entry.row === finding.row) &&
    (entry.column === undefined || entry.column === finding.column) &&
    (entry.value === undefined || entry.value === (finding.actual ?? null)) &&
    (entry.expected === undefined || entry.expected === finding.expected) &&
    (entry.text === undefined || entry.text === markedText(finding, text))
  );
}

/**
 * Whether the rule could have spoken at all: a rule that is off, or one that compares with a report which was not at hand in
 * this run, does not make its entries stale.
 */
function couldBeFound(entry: AcceptedEntry, reports: readonly ReportFindings[]): boolean {
  const rule = ruleById(entry.rule);
  if (!rule) return true;
  const concerned = reports.filter((_, part) => entry.part === undefined || entry.part === part + 1);
  if (concerned.length === 0) return true;
  return concerned.some(({ context, severities }) => {
    const severity = severities?.[rule.id] ?? (rule.offByDefault ? 'off' : rule.severity);
    if (severity === 'off') return false;
    if (rule.group !== 'across') return true;
    if (rule.id === 'part-exceeds-whole') return context?.whole !== undefined;
    if (rule.id === 'whole-not-sum') return context?.parts?.complete === true;
    return context?.previous !== undefined;
  });
}

function comparablePath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
}
