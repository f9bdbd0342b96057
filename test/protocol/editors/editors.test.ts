import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportText, totalsForgotten } from '../../support/reportText';
import { builtServer } from '../../support/builtServer';

const wrong = `${reportText(totalsForgotten)}\n`;
const right = `${reportText()}\n`;

/** Runs an editor on a report and gives what its script wrote down. */
async function drive(command: string, args: readonly string[]): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-editor-'));
  const file = join(folder, '青岚县人民政府2023年政府信息公开工作年度报告.txt');
  const result = join(folder, 'result.json');
  writeFileSync(file, wrong);
  const env = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    LC_ALL: 'C.UTF-8',
    GOUJI_NODE: process.execPath,
    GOUJI_SERVER: await builtServer(),
    GOUJI_FILE: file,
    GOUJI_RESULT: result,
  };
  const editor = spawn(command, args, { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 50_000 });
  let output = '';
  editor.stdout.on('data', (data: Buffer) => (output += data.toString()));
  editor.stderr.on('data', (data: Buffer) => (output += data.toString()));
  await once(editor, 'close');
  if (!existsSync(result)) throw new Error(`${command} wrote nothing down:\n${output.slice(-4000)}`);
  const written = JSON.parse(readFileSync(result, 'utf8')) as Record<string, unknown>;
  rmSync(folder, { recursive: true });
  return written;
}

function isInstalled(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

const neovim = isInstalled('nvim', '--version');
const emacs = isInstalled('emacs', '--batch', '--eval', "(require 'eglot)");

describe.skipIf(!neovim)(`Neovim${neovim ? '' : ' (not installed: apt-get install neovim)'}`, () => {
  it('shows diagnostics, hover and outline, and fixes everything', async () => {
    const script = join(__dirname, 'neovim.lua');
    const answer = await drive('nvim', ['--headless', '--clean', '-c', `luafile ${script}`]);
    expect(answer['source']).toBe('gouji');
    expect(answer['hover']).toContain('9 + 2 = 11');
    expect(answer['symbols']).toBe(6);
    expect(`${answer['text'] as string}\n`).toBe(right);
  });
});

describe.skipIf(!emacs)(`Emacs with Eglot${emacs ? '' : ' (not installed: apt-get install emacs-nox elpa-eglot)'}`, () => {
  it('shows diagnostics, hover, outline and lenses, and fixes everything', async () => {
    const answer = await drive('emacs', ['--batch', '-l', join(__dirname, 'eglot.el')]);
    expect((answer['diagnostics'] as string[]).join()).toContain('总计');
    expect(answer['hover']).toContain('9 + 2 = 11');
    expect(answer['symbols']).toBe(6);
    expect(answer['lenses']).toBe(3);
    expect(answer['text']).toBe(right);
  });
});
