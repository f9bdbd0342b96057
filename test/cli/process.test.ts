import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportWithWrongTotals, soundReport } from './madeUpReport';
import { builtGouji } from './builtGouji';
import { inTemporaryFolder } from './runGouji';

let bundle: string;
beforeAll(async () => void (bundle = await builtGouji()));
afterAll(() => rmSync(dirname(dirname(bundle)), { recursive: true }));

inTemporaryFolder();

describe('as a process of its own', () => {
  it('prints the findings, sets the exit code and leaves the error stream alone', () => {
    writeFileSync('a.txt', reportWithWrongTotals());
    const run = spawnSync(process.execPath, [bundle, 'check', 'a.txt'], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(run.stdout).toContain('a.txt');
  });

  it('checks the standard input under the name it is given', () => {
    const argv = [bundle, 'check', '--format', 'ndjson', '--stdin', '--stdin-filename', 'in/editor.txt'];
    const run = spawnSync(process.execPath, argv, { encoding: 'utf8', input: reportWithWrongTotals() });
    expect(run.status).toBe(1);
    expect(JSON.parse(run.stdout.split('\n')[0]!)).toMatchObject({ path: 'in/editor.txt', organ: '青岚县人民政府' });
  });

  it.skipIf(process.platform === 'win32')('is quiet when nobody reads on', () => {
    mkdirSync('in');
    for (let i = 0; i < 30; i++) writeFileSync(`in/${i}.txt`, soundReport({ organ: `青岚县第${i + 1}中学` }));
    const command = `"${process.execPath}" "${bundle}" inspect --format ndjson in | head -c 10`;
    const run = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toHaveLength(10);
  });

  it('says that the language server is missing where only the command line was built', () => {
    const run = spawnSync(process.execPath, [bundle, 'lsp', '--stdio'], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('npm run build');
  });
});

describe('the launcher', () => {
  it('says what to do before the first build', () => {
    mkdirSync('server/bin', { recursive: true });
    copyFileSync(resolve(__dirname, '../../server/bin/gouji.js'), 'server/bin/gouji.js');
    const run = spawnSync(process.execPath, [join('server', 'bin', 'gouji.js'), 'rules'], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('npm run build');
  });
});
