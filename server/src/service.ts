import type { Repair } from './repair/repair';
import { repairReport } from './repair/repairReport';
import { eachReport, readReports } from './report/readReports';
import type { Report, ReportPart } from './report/report';
import type { Finding, RuleContext, RuleSeverities } from './rules/rule';
import { isSameContext } from './rules/running/sameContext';
import { runRules } from './rules/running/runRules';
import { settleFixes } from './rules/running/settleFixes';
import { showCauses } from './rules/running/showCauses';
import { KeptWith } from './text/remember';

export type { ReportPart } from './report/report';

/** A text and the reports it holds: one as a rule, several where files were joined, none where it is no report. */
export interface ReportDocument {
  readonly text: string;
  readonly parts: readonly ReportPart[];
}

export interface CheckSettings {
  readonly severities?: RuleSeverities;
}

export interface Diagnosis {
  /** Every finding, every broken relation included, in text order. */
  readonly findings: readonly Finding[];
  /** What a person is shown: one diagnosis per cause instead of the relations it breaks. */
  readonly shown: readonly Finding[];
  /** The least-change repair; null when every relation holds or nothing can be said. */
  readonly repair: Repair | null;
}

/**
 * Reads a text. `previous` is an earlier reading of nearly the same text: reports whose text did not change are taken from it.
 * Reading never throws; what could not be read is a value on the report.
 */
export function readDocument(text: string, previous?: ReportDocument): ReportDocument {
  return { text, parts: readReports(text, previous?.parts) };
}

/** Reads the reports of a text one at a time: none is held once the caller has let it go. */
export function eachPart(text: string): Iterable<ReportPart> {
  return eachReport(text);
}

const defaultSeverities: RuleSeverities = {};

interface Checked {
  readonly severities: RuleSeverities;
  readonly context: RuleContext;
  readonly diagnosis: Diagnosis;
}

const remembered = new KeptWith<Report, Checked>();

/** Checks one report with every rule that is on; the answer to the same question is remembered. */
export function checkReport(report: Report, settings: CheckSettings = {}, context: RuleContext = {}): Diagnosis {
  const severities = settings.severities ?? defaultSeverities;
  const known = remembered.get(report);
  if (known && areSameSeverities(known.severities, severities) && isSameContext(known.context, context)) return known.diagnosis;
  const found = runRules(report, severities, context);
  const repair = repairReport(report, { previous: context.previous?.report });
  const findings = settleFixes(found, repair);
  const diagnosis = { findings, repair, shown: showCauses(report, findings, repair, severities['wrong-cell']) };
  remembered.set(report, { severities, context, diagnosis });
  return diagnosis;
}

function areSameSeverities(a: RuleSeverities, b: RuleSeverities): boolean {
  if (a === b) return true;
  const rules = Object.keys(a);
  return rules.length === Object.keys(b).length && rules.every((rule) => a[rule] === b[rule]);
}
