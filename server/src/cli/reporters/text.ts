import type { Finding, Fix, FixKind, Related, Severity } from '../../rules/rule';
import { count, inLocale, localized, type Localized } from '../../text/localized';
import type { Range } from '../ranges';
import { severityNames } from '../severityNames';
import { plain, styles } from '../styles';
import { relatedRange } from './findingJson';
import { readingLine } from './readingLine';
import type { CheckedReport, CheckReporter, ReporterSettings, Summary } from './reporter';

/** For a person at a terminal: how each file was read, one diagnosis per cause, what `--fix` did, and a summary. */
export function textReporter({ locale, colours }: ReporterSettings): CheckReporter {
  const { bold, dim, colour } = styles(colours);
  const say = (message: Localized) => inLocale(message, locale);

  function findingLines(checked: CheckedReport, finding: Finding): string[] {
    const { path, rangeOf } = checked;
    const severity = colour(severityColours[finding.severity], say(severityNames[finding.severity]));
    const unsaid = finding.related.length - relatedShown;
    return [
      `  ${plain(path)}:${place(rangeOf(finding.span))}  ${severity}  ${plain(say(finding.message))}  ${dim(finding.rule)}`,
      ...finding.related.slice(0, relatedShown).map((related) => dim(relatedLine(related, checked))),
      ...(unsaid > 0 ? [dim('    ' + say(localized(`↳ 另有 ${unsaid} 处相关`, `↳ ${unsaid} more related places`)))] : []),
      ...shownFixes(finding.fixes).map((fix) => dim(`    → ${plain(say(fix.title))}${say(fixHints[fix.kind])}`)),
    ];
  }

  function relatedLine(related: Related, checked: CheckedReport): string {
    const file = related.other ? `${plain(related.other.file)}:` : '';
    return `    ↳ ${file}${place(relatedRange(related, checked))}  ${plain(say(related.message))}`;
  }

  /** As the worst finding is: hints alone do not spoil a report. */
  function markOf(findings: readonly Finding[]): string {
    const has = (severity: Severity) => findings.some((finding) => finding.severity === severity);
    if (has('error')) return colour('red', '✗');
    if (has('warning')) return colour('yellow', '!');
    return colour('green', '✓');
  }

  return {
    fixed(path, fixes) {
      const head = localized(
        `${plain(path)} 已修正 ${fixes.length} 处：`,
        `${plain(path)}: ${count(fixes.length, 'fix', 'fixes')} made:`,
      );
      const made = fixes.map((fix) => `  ${colour('green', '✓')} ${fix.line + 1}:${fix.character + 1}  ${plain(say(fix.title))}`);
      return lines([bold(say(head)), ...made]);
    },
    report(checked) {
      const { shown } = checked.diagnosis;
      const reading = `${markOf(shown)} ${plain(readingLine(checked, locale))}`;
      return lines([reading, ...shown.flatMap((finding) => findingLines(checked, finding))]);
    },
    unreadable: (path, problem) => lines([`${colour('red', '✗')} ${plain(path)}  ${plain(say(problem))}`]),
    summary: (summary) => lines([bold(say(summaryLine(summary)))]),
  };
}

function lines(list: readonly string[]): string {
  return list.map((line) => line + '\n').join('');
}

const relatedShown = 6;
const offeredShown = 3;

/** All fixes that `--fix` can make, and the likeliest of those that only a person can choose. */
function shownFixes(fixes: readonly Fix[]): readonly Fix[] {
  return [
    ...fixes.filter((fix) => fix.kind !== 'offered'),
    ...fixes.filter((fix) => fix.kind === 'offered').slice(0, offeredShown),
  ];
}

function place({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}

const severityColours = { error: 'red', warning: 'yellow', hint: 'cyan' } as const;

const fixHints: Readonly<Record<FixKind, Localized>> = {
  safe: localized('（--fix 可自动修正）', ' (--fix does it)'),
  unsafe: localized('（--fix --unsafe-fixes 可自动修正）', ' (--fix --unsafe-fixes does it)'),
  offered: localized('（需人工确认）', ' (for a person to decide)'),
};

function summaryLine({ files, errors, warnings, hints, unreadable }: Summary): Localized {
  const clean = errors + warnings + hints === 0;
  const found = clean
    ? localized('没有发现问题', 'no findings')
    : localized(
        `错误 ${errors} 个，警告 ${warnings} 个，提示 ${hints} 个`,
        `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(hints, 'hint')}`,
      );
  const failed =
    unreadable > 0 ? localized(`，${unreadable} 个输入未能读取`, `, ${count(unreadable, 'input')} not read`) : localized('', '');
  return localized(
    `共检查 ${files} 个文件：${found.zh}${failed.zh}。`,
    `${count(files, 'file')} checked: ${found.en}${failed.en}.`,
  );
}
