import type { Severity } from '../../rules/rule';
import { inLocale } from '../../text/localized';
import type { CheckReporter, ReporterSettings } from './reporter';

/** Workflow commands that GitHub Actions shows as annotations beside the lines. */
export function githubReporter({ output, locale }: ReporterSettings): CheckReporter {
  return {
    report({ path, diagnosis, rangeOf }) {
      for (const finding of diagnosis.findings) {
        const { start, end } = rangeOf(finding.span);
        const place = [
          `file=${property(path)}`,
          `line=${start.line + 1}`,
          `endLine=${end.line + 1}`,
          // Columns are only understood within one line.
          ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
          `title=${property(finding.rule)}`,
        ];
        output.write(`::${levels[finding.severity]} ${place.join(',')}::${data(inLocale(finding.message, locale))}\n`);
      }
    },
    unreadable(path, problem) {
      output.write(`::error file=${property(path)}::${data(inLocale(problem, locale))}\n`);
    },
    end() {},
  };
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
