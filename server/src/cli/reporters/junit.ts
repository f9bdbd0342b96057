import type { Finding } from '../../rules/rule';
import { inLocale } from '../../text/localized';
import type { RangeOf } from '../ranges';
import { isAtOrAbove, type CheckReporter, type ReporterSettings } from './reporter';

/** JUnit XML: one suite per report, one case per finding. Findings below `--fail-on` pass, and say what they are in their output. */
export function junitReporter({ locale, failOn }: ReporterSettings): CheckReporter {
  function caseOf(suite: string, path: string, rangeOf: RangeOf, { rule, severity, message, span }: Finding): string {
    const { line, character } = rangeOf(span).start;
    const place = `${line + 1}:${character + 1}`;
    const said = xml(inLocale(message, locale));
    const detail = xml(`${path}:${place} ${severity} ${rule}`);
    const result = isAtOrAbove(severity, failOn)
      ? `<failure type="${severity}" message="${said}">${detail}</failure>`
      : `<system-out>${detail}: ${said}</system-out>`;
    return `    <testcase classname="${suite}" name="${xml(`${rule} ${place}`)}">\n      ${result}\n    </testcase>\n`;
  }

  return {
    begin: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gouji">\n',
    report({ path, part, diagnosis: { findings }, rangeOf }) {
      const suite = xml(part ? `${path}#${part}` : path);
      const failures = findings.filter((finding) => isAtOrAbove(finding.severity, failOn)).length;
      const cases = findings.map((finding) => caseOf(suite, path, rangeOf, finding));
      if (cases.length === 0) cases.push(`    <testcase classname="${suite}" name="gouji"/>\n`);
      const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
      return `  <testsuite name="${suite}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
    },
    unreadable(path, problem) {
      const suite = xml(path);
      const result = `<error message="${xml(inLocale(problem, locale))}"/>`;
      return (
        `  <testsuite name="${suite}" tests="1" failures="0" errors="1">\n` +
        `    <testcase classname="${suite}" name="read">\n      ${result}\n    </testcase>\n  </testsuite>\n`
      );
    },
    end: () => '</testsuites>\n',
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
