import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../../rules/index';
import type { Finding, Severity } from '../../rules/rule';
import { inLocale, type Locale, type Localized } from '../../text/localized';
import type { Range } from '../ranges';
import { relatedRange } from './findingJson';
import type { CheckedReport, CheckReporter, ReporterSettings } from './reporter';

/** SARIF 2.1.0 (OASIS), printed result by result; what could not be read stands in the invocation's notifications. */
export function sarifReporter({ locale, version }: ReporterSettings): CheckReporter {
  const notifications: object[] = [];
  return {
    begin:
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits",` +
      `"tool":${JSON.stringify(tool(locale, version))},"results":[\n`,
    between: ',\n',
    report: (checked) =>
      checked.diagnosis.findings.map((finding) => JSON.stringify(resultOf(finding, checked, locale))).join(',\n'),
    unreadable(path, problem) {
      notifications.push({
        level: 'error',
        message: { text: inLocale(problem, locale) },
        locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
      });
      return '';
    },
    end() {
      const invocation = { executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications };
      return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', hint: 'note' };

function tool(locale: Locale, version: string) {
  const text = (message: Localized) => ({ text: inLocale(message, locale) });
  return {
    driver: {
      name: 'gouji',
      version,
      language: locale === 'en' ? 'en' : 'zh-CN',
      rules: rules.map((rule) => ({
        id: rule.id,
        shortDescription: text(rule.summary),
        help: { text: `docs/rules/${rule.id}.md` },
        defaultConfiguration: { level: levels[rule.severity], enabled: !rule.offByDefault },
      })),
    },
  };
}

function resultOf(finding: Finding, checked: CheckedReport, locale: Locale) {
  const { path, rangeOf } = checked;
  return {
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: { text: inLocale(finding.message, locale) },
    locations: [location(path, rangeOf(finding.span))],
    relatedLocations: finding.related.map((related, id) => ({
      id,
      message: { text: inLocale(related.message, locale) },
      ...location(related.other?.file ?? path, relatedRange(related, checked)),
    })),
    fixes: finding.fixes.map((fix) => ({
      description: { text: inLocale(fix.title, locale) },
      artifactChanges: [
        {
          artifactLocation: { uri: uriOf(path) },
          replacements: fix.edits.map((edit) => ({
            deletedRegion: region(rangeOf(edit.span)),
            insertedContent: { text: edit.newText },
          })),
        },
      ],
    })),
  };
}

function location(path: string, range: Range) {
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: region(range) } };
}

function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative paths stay relative, so that a report uploaded from a checkout matches the repository's files. */
function uriOf(path: string): string {
  if (/^[a-z]{2,}:/i.test(path)) return path;
  if (isAbsolute(path)) return pathToFileURL(resolve(path)).href;
  return path.split(/[\\/]/).map(encodeURIComponent).join('/').replace(/^\.\//, '');
}
