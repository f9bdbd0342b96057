import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { soundReport } from './madeUpReport';
import { inTemporaryFolder, objectsOf, runGouji } from './runGouji';

inTemporaryFolder();

describe.each(['check', 'inspect'])('%s of a bad input says what is wrong with it', (command) => {
  it.each([
    ['a missing file', () => {}, '文件不存在'],
    ['an empty file', () => writeFileSync('input', ''), '文件是空的'],
    ['a text that is no report', () => writeFileSync('input', '会议通知'), '没有认出政府信息公开工作年度报告'],
    ['a binary file', () => writeFileSync('input', Buffer.from([1, 2, 0, 3])), '不是文本文件'],
    ['a PDF file', () => writeFileSync('input', '%PDF-1.7 …'), 'PDF'],
    ['a Word file', () => writeFileSync('input', Buffer.from('PK\x03\x04\0\0')), 'Word'],
    ['a folder without reports', () => mkdirSync('input'), '没有找到政府信息公开工作年度报告'],
    ['a file of 300 MB', () => sparseFile('input', 300 * 1024 * 1024), '256 MB'],
  ])('%s', (_name, make, message) => {
    make();
    const run = runGouji([command, '--format', 'ndjson', 'input']);
    expect(run.exitCode).toBe(2);
    expect(objectsOf(run)[0]).toEqual({ path: 'input', error: expect.stringContaining(message) });
    const shown = runGouji([command, 'input']);
    expect(shown.stdout).toContain(message);
    expect(shown.stdout + shown.stderr).not.toMatch(/^ +at /m);
  });

  it('a link that leads in a circle, beside a report that is read all the same', () => {
    symlinkSync('circle', 'circle');
    writeFileSync('a.txt', soundReport());
    const run = runGouji([command, '--format', 'ndjson', 'circle', 'a.txt']);
    expect(run.exitCode).toBe(2);
    expect(objectsOf(run).slice(0, 2)).toMatchObject([
      { path: 'circle', error: expect.any(String) },
      { path: 'a.txt', year: 2023 },
    ]);
    expect(runGouji([command, '.']).exitCode).toBe(0);
  });

  it('a pattern that nothing matches', () => {
    expect(runGouji([command, '*.txt'])).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining('没有文件与此通配符相符'),
    });
  });

  it('a file without a report beside a report is named, and does not fail the run', () => {
    writeFileSync('a.txt', soundReport());
    writeFileSync('b.txt', '');
    const run = runGouji([command, '--format', 'ndjson', 'a.txt', 'b.txt']);
    expect(run).toMatchObject({ exitCode: 0, stderr: 'gouji: b.txt: 文件是空的，没有可检查的内容。\n' });
  });
});

describe('bad usage gives 2 and a hint in the language of the interface', () => {
  it.each([
    [['check'], '请指定要检查的文件', 'name files'],
    [['chekc', 'a'], '没有这个命令：chekc', "unknown command 'chekc'"],
    [['check', '--fromat', 'a'], '没有这个选项：--fromat', "unknown option '--fromat'"],
    [['check', '--format', 'xml', 'a'], 'text, json, ndjson', 'Allowed choices are text'],
    [['check', '--rule', 'no-such-rule=off', 'a'], '没有这条规则：no-such-rule', 'no such rule: no-such-rule'],
    [['check', '--rule', 'balance=loud', 'a'], 'ID=off|hint|warning|error', 'ID=off|hint|warning|error'],
    [['check', '--encoding', 'latin1', 'a'], 'gb18030', 'gb18030'],
    [['check', '--unsafe-fixes', 'a'], '要与 --fix 同时使用', 'needs --fix'],
    [['check', '--stdin', '--fix'], '--fix 不能与 --stdin', '--fix does not go with --stdin'],
    [['check', '--stdin', 'a'], '--stdin 不能与路径', '--stdin does not go with paths'],
  ])('%j', (argv, zh, en) => {
    const run = runGouji(argv);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(zh);
    expect(runGouji([...argv, '--locale=en']).stderr).toContain(en);
  });

  it('help and version are asked for, no mistakes', () => {
    expect(runGouji(['--version'])).toMatchObject({ exitCode: 0, stdout: '1.2.3\n' });
    expect(runGouji(['check', '--help'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--fail-on') });
  });
});

/** As large as a file of that size, without its blocks. The beginning is text: only the size can be the reason to refuse it. */
function sparseFile(path: string, size: number): void {
  writeFileSync(path, soundReport().repeat(20));
  truncateSync(path, size);
}
