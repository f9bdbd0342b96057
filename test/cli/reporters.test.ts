import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coloursWanted, styles } from '../../server/src/cli/styles';
import { localeFrom } from '../../server/src/cli/localeFrom';
import { checkReporters, type CheckFormat } from '../../server/src/cli/reporters/index';
import { rangesIn } from '../../server/src/cli/ranges';
import type { Finding } from '../../server/src/rules/rule';
import { readDocument } from '../../server/src/service';
import { localized } from '../../server/src/text/localized';
import { reportWithWrongTotals, soundReport } from './madeUpReport';
import { inTemporaryFolder, runGouji } from './runGouji';

inTemporaryFolder();

const nasty = 'a&b<c>"d", 100%: x\ny\0z';

function reported(format: CheckFormat, findings: readonly Finding[], failOn: 'error' | 'hint' = 'error'): string {
  const settings = { locale: 'zh-cn', colours: false, failOn, version: '1.0.0' } as const;
  const text = soundReport();
  const { start, report } = readDocument(text).parts[0]!;
  const diagnosis = { findings, shown: findings, repair: null };
  const reporter = checkReporters[format](settings);
  const rangeOf = rangesIn(text)(start);
  const piece = reporter.report({
    path: 'in,a:b.txt',
    encoding: 'utf-8',
    part: undefined,
    report,
    rangeOf,
    rangeOfOther: () => rangeOf,
    diagnosis,
  });
  return (reporter.begin ?? '') + piece + (reporter.end?.() ?? '');
}

const finding: Finding = {
  rule: 'balance',
  severity: 'warning',
  span: { start: 0, end: 3 },
  message: localized(nasty, nasty),
  related: [{ span: { start: 1, end: 2 }, message: localized('相关', 'related') }],
  fixes: [{ title: localized('改', 'fix'), kind: 'safe', edits: [{ span: { start: 0, end: 3 }, newText: '新' }] }],
};

describe('sarif', () => {
  it('is one run with rules, results, places, related places and fixes', () => {
    writeFileSync('a b.txt', reportWithWrongTotals());
    const { stdout } = runGouji(['check', '--format', 'sarif', 'a b.txt', 'missing.txt']);
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe('2.1.0');
    expect(runs).toHaveLength(1);
    const [run] = runs;
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId } of run.results) expect(ids).toContain(ruleId);
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b.txt');
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: '文件不存在，请核对路径。' } }],
    });
  });

  it('counts lines and columns from 1', () => {
    const [result] = JSON.parse(reported('sarif', [finding])).runs[0].results;
    const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 };
    expect(result).toMatchObject({ level: 'warning', locations: [{ physicalLocation: { region } }] });
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([{ deletedRegion: region, insertedContent: { text: '新' } }]);
  });

  it('without findings is an empty run', () => {
    expect(JSON.parse(reported('sarif', [])).runs[0].results).toEqual([]);
  });
});

describe('junit', () => {
  it('fails only what fails the run, and escapes what XML cannot carry', () => {
    const passing = reported('junit', [finding]);
    expect(passing).toContain('<testsuite name="in,a:b.txt" tests="1" failures="0" errors="0">');
    expect(passing).toContain('a&amp;b&lt;c&gt;&quot;d&quot;, 100%: x&#10;yz</system-out>');
    const failing = reported('junit', [finding], 'hint');
    expect(failing).toContain('failures="1"');
    expect(failing).toContain('<failure type="warning" message="a&amp;b');
  });

  it('has one passing case for a report without findings', () => {
    expect(reported('junit', [])).toContain('tests="1" failures="0"');
  });
});

describe('github', () => {
  it('prints one escaped annotation per finding', () => {
    expect(reported('github', [finding])).toBe(
      '::warning file=in%2Ca%3Ab.txt,line=1,endLine=1,col=1,endColumn=4,title=balance::a&b<c>"d", 100%25: x%0Ay\0z\n',
    );
  });
});

describe('text', () => {
  it('marks each report as its worst finding is', () => {
    const markOf = (...severities: Finding['severity'][]) =>
      reported(
        'text',
        severities.map((severity) => ({ ...finding, severity })),
      )[0];
    expect([markOf(), markOf('hint'), markOf('hint', 'warning'), markOf('warning', 'error', 'hint')]).toEqual([
      '✓',
      '✓',
      '!',
      '✗',
    ]);
  });

  it('shows where, what, the related places and what can be fixed', () => {
    const lines = reported('text', [finding]).split('\n');
    expect(lines[1]).toBe('  in,a:b.txt:1:1  警告  a&b<c>"d", 100%: x y z  balance');
    expect(lines.slice(2, 4)).toEqual(['    ↳ 1:2  相关', '    → 改（--fix 可自动修正）']);
  });
});

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
  ])('terminal %s, %j: %s', (terminal, environment, wanted) => expect(coloursWanted(terminal, environment)).toBe(wanted));

  it('leave the text as it is where they are not wanted', () => {
    expect(styles(false).bold('勾')).toBe('勾');
    expect(styles(true).colour('red', '勾')).toBe('\x1b[31m勾\x1b[39m');
  });
});

describe('language', () => {
  it.each([
    [[], {}, 'zh-cn'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh-cn'],
    [[], { LC_ALL: '', LANG: 'en' }, 'en'],
    [[], { LANG: 'de_DE' }, 'zh-cn'],
    [['--locale', 'en'], { LANG: 'zh_CN' }, 'en'],
    [['--locale=zh-cn'], { LANG: 'en_US' }, 'zh-cn'],
    [['--', '--locale=en'], {}, 'zh-cn'],
  ])('%j %j: %s', (argv, environment, locale) => expect(localeFrom(argv, environment)).toBe(locale));
});
