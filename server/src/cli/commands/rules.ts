import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../../rules/index';
import { inLocale, localized, type Localized } from '../../text/localized';
import type { Output } from '../output';
import type { ReporterSettings } from '../reporters/reporter';
import { severityNames } from '../severityNames';
import { styles } from '../styles';

export interface RulesCommand extends Pick<ReporterSettings, 'locale' | 'colours'> {
  readonly output: Output;
  readonly format: 'text' | 'json';
  /** The folder of the installed package, where the rule pages are. */
  readonly packageFolder: string;
}

/** `gouji rules`: prints every rule with its severity and its page. */
export function printRules({ format, output, locale, colours, packageFolder }: RulesCommand): number {
  const listed = rules.map((rule) => ({
    id: rule.id,
    group: rule.group,
    severity: rule.severity,
    enabled: !rule.offByDefault,
    summary: inLocale(rule.summary, locale),
    documentation: pathToFileURL(join(packageFolder, 'docs', 'rules', `${rule.id}.md`)).href,
  }));
  if (format === 'json') {
    output.write(JSON.stringify(listed, null, 2) + '\n');
    return 0;
  }
  const { bold, dim } = styles(colours);
  const width = Math.max(0, ...listed.map(({ id }) => id.length));
  for (const { id, severity, enabled, summary, documentation } of listed) {
    const state = inLocale(severityNames[severity], locale) + (enabled ? '' : inLocale(offByDefault, locale));
    output.write(`${bold(id.padEnd(width))}  ${state}  ${summary}\n${' '.repeat(width)}  ${dim(documentation)}\n`);
  }
  return 0;
}

const offByDefault: Localized = localized('（默认关闭）', ' (off by default)');
