import type { Finding, Fix, FixKind, Severity } from '../../rules/rule';
import { inLocale, localized, type Localized } from '../../text/localized';
import { plain, styles } from '../styles';
import { relatedRange } from './findingJson';
import { readingLine } from './readingLine';
import type { CheckedReport, CheckReporter, ReporterSettings, Summary } from './reporter';

/** For a person at a terminal: how each file was read, one diagnosis per cause, what `--fix` did, and a summary. */
export function textReporter({ output, locale, colours }: ReporterSettings): CheckReporter {
  const { bold, dim, colour } = styles(colours);
  const say = (message: Localized) => inLocale(message, locale);
  const line = (text: string) => output.write(text + '\n');

  function printFinding({ path, rangeOf }: CheckedReport, finding: Finding) {
    const severity = colour(severityColours[finding.severity], say(severityNames[finding.severity]));
    line(`  ${place(path, rangeOf(finding.span))}  ${severity}  ${plain(say(finding.message))}  ${dim(finding.rule)}`);
    for (const related of finding.related.slice(0, relatedShown)) {
      const { line: row, character } = relatedRange(related, rangeOf).start;
      const file = related.other ? `${plain(related.other.file)}:` : '';
      line(dim(`    ↳ ${file}${row + 1}:${character + 1}  ${plain(say(related.message))}`));
    }
    const unsaid = finding.related.length - relatedShown;
    if (unsaid > 0) line(dim('    ' + say(localized(`↳ 另有 ${unsaid} 处相关`, `↳ ${unsaid} more related places`))));
    for (const fix of shownFixes(finding.fixes)) line(dim(`    → ${plain(say(fix.title))}${say(fixHints[fix.kind])}`));
  }

  return {
    fixed(path, fixes) {
      line(
        bold(
          say(
            localized(
              `${plain(path)} 已修正 ${fixes.length} 处：`,
              `${plain(path)}: ${count(fixes.length, 'fix', 'fixes')} made:`,
            ),
          ),
        ),
      );
      for (const fix of fixes) line(`  ${colour('green', '✓')} ${fix.line + 1}:${fix.character + 1}  ${plain(say(fix.title))}`);
    },
    report(checked) {
      const { shown } = checked.diagnosis;
      line(`${shown.length === 0 ? colour('green', '✓') : colour('red', '✗')} ${plain(readingLine(checked, locale))}`);
      for (const finding of shown) printFinding(checked, finding);
    },
    unreadable(path, problem) {
      line(`${colour('red', '✗')} ${plain(path)}  ${say(problem)}`);
    },
    end(summary) {
      line(bold(say(summaryLine(summary))));
    },
  };
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

function place(path: string, range: { start: { line: number; character: number } }): string {
  return `${plain(path)}:${range.start.line + 1}:${range.start.character + 1}`;
}

const severityNames: Readonly<Record<Severity, Localized>> = {
  error: localized('错误', 'error'),
  warning: localized('警告', 'warning'),
  hint: localized('提示', 'hint'),
};

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

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
