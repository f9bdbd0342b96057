import { inLocale } from '../../text/localized';
import { isAtOrAbove, type CheckReporter, type ReporterSettings } from './reporter';

/** JUnit XML: one suite per report, one case per finding. Findings below `--fail-on` pass, and say what they are in their output. */
export function junitReporter({ output, locale, failOn }: ReporterSettings): CheckReporter {
  output.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gouji">\n');
  return {
    report({ path, part, diagnosis, rangeOf }) {
      const name = part ? `${path}#${part}` : path;
      const failures = diagnosis.findings.filter((finding) => isAtOrAbove(finding.severity, failOn)).length;
      const tests = Math.max(1, diagnosis.findings.length);
      output.write(`  <testsuite name="${xml(name)}" tests="${tests}" failures="${failures}" errors="0">\n`);
      if (diagnosis.findings.length === 0) output.write(`    <testcase classname="${xml(name)}" name="gouji"/>\n`);
      for (const finding of diagnosis.findings) {
        const { line, character } = rangeOf(finding.span).start;
        const place = `${line + 1}:${character + 1}`;
        const message = xml(inLocale(finding.message, locale));
        const detail = xml(`${path}:${place} ${finding.severity} ${finding.rule}`);
        output.write(`    <testcase classname="${xml(name)}" name="${xml(`${finding.rule} ${place}`)}">\n`);
        output.write(
          isAtOrAbove(finding.severity, failOn)
            ? `      <failure type="${finding.severity}" message="${message}">${detail}</failure>\n`
            : `      <system-out>${detail}: ${message}</system-out>\n`,
        );
        output.write('    </testcase>\n');
      }
      output.write('  </testsuite>\n');
    },
    unreadable(path, problem) {
      output.write(
        `  <testsuite name="${xml(path)}" tests="1" failures="0" errors="1">\n` +
          `    <testcase classname="${xml(path)}" name="read">\n` +
          `      <error message="${xml(inLocale(problem, locale))}"/>\n    </testcase>\n  </testsuite>\n`,
      );
    },
    end() {
      output.write('</testsuites>\n');
    },
  };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function xml(text: string): string {
  // Characters that XML 1.0 cannot carry in any form are dropped; a path or a quoted cell may hold them.
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '').replace(/[&<>"\n\r\t]/g, (c) => entities[c]!);
}
