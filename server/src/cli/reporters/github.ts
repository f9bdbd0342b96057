import type { Finding, Severity } from '../../rules/rule';
import { inLocale } from '../../text/localized';
import type { RangeOf } from '../ranges';
import type { CheckReporter, ReporterSettings } from './reporter';

/** Workflow commands that GitHub Actions shows as annotations beside the lines. */
export function githubReporter({ locale }: ReporterSettings): CheckReporter {
  const annotation = (path: string, rangeOf: RangeOf, finding: Finding) => {
    const { start, end } = rangeOf(finding.span);
    const place = [
      `file=${property(path)}`,
      `line=${start.line + 1}`,
      `endLine=${end.line + 1}`,
      // Columns are only understood within one line.
      ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
      `title=${property(finding.rule)}`,
    ];
    return `::${levels[finding.severity]} ${place.join(',')}::${data(inLocale(finding.message, locale))}\n`;
  };
  return {
    report: ({ path, diagnosis, rangeOf }) => diagnosis.findings.map((finding) => annotation(path, rangeOf, finding)).join(''),
    unreadable: (path, problem) => `::error file=${property(path)}::${data(inLocale(problem, locale))}\n`,
  };
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
