import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../server/src/cli/files/encodeText';
import { reportWithWrongTotals, soundReport, twoReports } from './madeUpReport';
import { inTemporaryFolder, objectsOf, runGouji } from './runGouji';

inTemporaryFolder();

describe('exit codes', () => {
  it.each([
    ['nothing wrong', soundReport(), [], 0],
    ['an error', reportWithWrongTotals(), [], 1],
    ['an error that is not to fail the run', reportWithWrongTotals(), ['--fail-on', 'never'], 0],
    [
      'a rule lowered below the limit',
      reportWithWrongTotals(),
      ['--rule', 'outcome-total=hint', '--rule=balance=hint', '--rule=row-total=off', '--rule=wrong-cell=hint'],
      0,
    ],
    ['a hint where hints count', reportWithWrongTotals(), ['--rule', 'outcome-total=hint', '--fail-on=hint'], 1],
  ])('%s', (_name, text, options, exitCode) => {
    writeFileSync('a.txt', text);
    expect(runGouji(['check', 'a.txt', ...options]).exitCode).toBe(exitCode);
  });

  it('an input that cannot be read gives 2, and the others are still done', () => {
    writeFileSync('a.txt', reportWithWrongTotals());
    const run = runGouji(['check', '--format', 'ndjson', 'missing.txt', 'a.txt']);
    expect(run.exitCode).toBe(2);
    expect(objectsOf(run)).toMatchObject([
      { path: 'missing.txt', error: '文件不存在，请核对路径。' },
      { path: 'a.txt' },
      { summary: { files: 1, unreadable: 1 } },
    ]);
  });
});

describe('ndjson', () => {
  it('prints one object per report in the order of the contract, then the summary', () => {
    writeFileSync('a.txt', reportWithWrongTotals());
    const [report, summary] = objectsOf(runGouji(['check', '--format', 'ndjson', 'a.txt']));
    expect(Object.keys(report)).toEqual(['path', 'encoding', 'form', 'year', 'organ', 'findings', 'repair']);
    expect(report).toMatchObject({ path: 'a.txt', encoding: 'utf-8', form: '2021', year: 2023, organ: '青岚县人民政府' });
    expect(Object.keys(summary.summary)).toEqual(['files', 'errors', 'warnings', 'hints', 'unreadable']);
  });

  it('lists every broken relation with its terms, and the repair beside them', () => {
    const text = reportWithWrongTotals();
    writeFileSync('a.txt', text);
    const [report] = objectsOf(runGouji(['check', '--format', 'ndjson', 'a.txt']));
    const errors = report.findings.filter((finding: { severity: string }) => finding.severity === 'error');
    expect(new Set(errors.map((finding: { rule: string }) => finding.rule))).toEqual(
      new Set(['outcome-total', 'balance', 'row-total']),
    );
    const finding = errors.find(
      (e: { rule: string; column: string }) => e.rule === 'outcome-total' && e.column === 'naturalPerson',
    );
    expect(finding).toMatchObject({ table: 'applications', row: 'outcomeTotal', actual: 0 });
    expect(textAt(text, finding.range)).toBe('0');
    expect(report.repair).toMatchObject({ status: 'proved', cost: 2, unique: true });
    for (const edit of report.repair.edits) expect(textAt(text, edit.range)).toBe('0');
  });

  it('json is an array of the same objects', () => {
    writeFileSync('a.txt', reportWithWrongTotals());
    const asLines = objectsOf(runGouji(['check', '--format', 'ndjson', 'a.txt', 'no.txt']));
    expect(JSON.parse(runGouji(['check', '--format', 'json', 'a.txt', 'no.txt']).stdout)).toEqual(asLines);
    expect(JSON.parse(runGouji(['inspect', '--format', 'json', 'no.txt']).stdout)).toHaveLength(1);
  });

  it('numbers the reports of one file, and their ranges count from its beginning', () => {
    const text = twoReports();
    writeFileSync('two.txt', text);
    const [first, second, { summary }] = objectsOf(runGouji(['check', '--format', 'ndjson', 'two.txt']));
    expect([first.part, second.part, summary.files]).toEqual([1, 2, 1]);
    for (const { range } of second.repair.edits) expect(textAt(text, range)).toBe('0');
  });
});

describe('encodings', () => {
  it.each(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const)('%s is found out and named', (encoding) => {
    const marked = encoding === 'utf-8' || encoding === 'gb18030' ? '' : '\ufeff';
    writeFileSync('a.txt', encodeText(marked + reportWithWrongTotals(), encoding));
    const [report] = objectsOf(runGouji(['check', '--format', 'ndjson', 'a.txt']));
    writeFileSync('plain.txt', reportWithWrongTotals());
    const [plain] = objectsOf(runGouji(['check', '--format', 'ndjson', 'plain.txt']));
    expect(report).toEqual({ ...plain, path: 'a.txt', encoding });
  });

  it('--encoding overrides', () => {
    writeFileSync('a.txt', encodeText(soundReport(), 'utf-16le'));
    expect(runGouji(['check', 'a.txt']).exitCode).toBe(2);
    expect(runGouji(['check', '--encoding', 'UTF-16LE', 'a.txt']).exitCode).toBe(0);
  });
});

describe('text', () => {
  it('says how each file was read, one diagnosis per cause, and a summary', () => {
    writeFileSync('a.txt', reportWithWrongTotals());
    const { stdout, stderr } = runGouji(['check', 'a.txt']);
    expect(stdout).toContain('三 25/25 行 175/175 格 · tabRows');
    expect(stdout).toMatch(/^ {2}a\.txt:\d+:\d+ {2}错误 {2}.+ {2}wrong-cell$/m);
    expect(stdout).not.toContain('outcome-total');
    expect(stdout).toMatch(/共检查 1 个文件：错误 2 个/);
    expect(stderr).toBe('');
    expect(stdout).not.toContain('\x1b');
  });

  it('speaks the language of the terminal, Chinese where that is not said', () => {
    writeFileSync('a.txt', soundReport());
    expect(runGouji(['check', 'a.txt'], { LC_ALL: 'en_GB.UTF-8' }).stdout).toContain('1 file checked');
    expect(runGouji(['check', 'a.txt'], { LANG: 'C' }).stdout).toContain('共检查 1 个文件');
    expect(runGouji(['check', '--locale', 'en', 'a.txt'], { LANG: 'zh_CN' }).stdout).toContain('1 file checked');
  });

  it('never passes control characters of a path to the terminal', () => {
    expect(runGouji(['check', 'a\x1b[31m.txt']).stdout).not.toContain('\x1b');
  });
});

describe('folders and globs', () => {
  it('take the reports below: .txt, .md and what its content shows; the rest is passed over', () => {
    mkdirSync('in/deep', { recursive: true });
    mkdirSync('in/node_modules');
    writeFileSync('in/a.txt', soundReport());
    writeFileSync('in/deep/b.md', soundReport({ organ: '青岚县财政局' }));
    writeFileSync('in/c', encodeText(soundReport({ year: 2022 }), 'gb18030'));
    writeFileSync('in/notes.txt', '会议通知：明日上午九时开会。');
    writeFileSync('in/other', '会议通知');
    writeFileSync('in/data.json', JSON.stringify(soundReport()));
    writeFileSync('in/node_modules/d.txt', soundReport());
    const paths = (argv: string[]) => objectsOf(runGouji(['inspect', '--format', 'ndjson', ...argv])).map(({ path }) => path);
    expect(paths(['in'])).toEqual(['in/a.txt', 'in/c', 'in/deep/b.md']);
    expect(paths(['in/', 'in/a.txt'])).toEqual(['in/a.txt', 'in/c', 'in/deep/b.md']);
    expect(paths(['in/**/*.{txt,md}'])).toEqual(['in/a.txt', 'in/deep/b.md']);
  });
});

interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function textAt(text: string, { start, end }: TextRange): string {
  return text.split('\n')[start.line]!.slice(start.character, end.character);
}
