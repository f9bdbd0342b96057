import type { RuleContext, RuleSeverities } from '../rules/rule';
import { checkReport, type Diagnosis, type ReportPart } from '../service';
import type { AcceptedEntry } from '../workspace/accepted';
import { filterAccepted, type ReportFindings } from '../workspace/filterAccepted';
import { withoutAccepted } from '../workspace/withoutAccepted';
import type { SideFiles } from './files/sideFiles';

/** Checks reports as the command line and the settings files say, without the findings that somebody has accepted. */
export class Checker {
  /** What was found in the files that have accepted findings, by the number of the report in its file. */
  private readonly withAccepted = new Map<string, ReportFindings[]>();

  constructor(
    private readonly severities: RuleSeverities,
    private readonly sideFiles: SideFiles,
  ) {}

  /** `index` is the number of the report in its file, from 0. */
  check(path: string, { report }: ReportPart, index: number, context: RuleContext): Diagnosis {
    const severities = { ...this.sideFiles.severitiesFor(path), ...this.severities };
    const diagnosis = checkReport(report, { severities }, context);
    const entries = this.sideFiles.acceptedFor(path);
    if (entries.length === 0) return diagnosis;
    const { findings, shown } = diagnosis;
    this.remember(path, index, { text: report.text, findings: [...findings, ...shown], context, severities });
    return withoutAccepted(diagnosis, report.text, index, entries);
  }

  /** Accepted findings that the last check of their report did not find any more. */
  *stale(): Generator<{ readonly path: string; readonly entry: AcceptedEntry }> {
    for (const [path, reports] of this.withAccepted) {
      for (const entry of filterAccepted(reports, this.sideFiles.acceptedFor(path)).stale) yield { path, entry };
    }
  }

  private remember(path: string, index: number, report: ReportFindings): void {
    const reports = this.withAccepted.get(path);
    if (reports) reports[index] = report;
    else this.withAccepted.set(path, [...nothingFound(index), report]);
  }
}

/** Stands for the reports before one in its file, so that it keeps its number. */
function nothingFound(count: number): ReportFindings[] {
  return Array.from({ length: count }, () => ({ text: '', findings: [] }));
}
