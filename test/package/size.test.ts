import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = join(__dirname, '..', '..');
const kilobyte = 1000;

describe('the code of the package', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-size-'));
    execFileSync(process.execPath, ['esbuild.mjs', '--production', `--into=${folder}`], { cwd: project, stdio: 'inherit' });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('of the extension and its server, for Node and for browsers, is one file below 880 KB', () => {
    expect(statSync(join(folder, 'extension.js')).size).toBeLessThan(880 * kilobyte);
  });

  it('of the panels stays below 140 KB', () => {
    const panels = readdirSync(join(folder, 'webview')).filter((file) => file.endsWith('.js'));
    const size = panels.reduce((sum, file) => sum + statSync(join(folder, 'webview', file)).size, 0);
    expect(panels.sort()).toEqual(['dashboard.js', 'preview.js']);
    expect(size).toBeLessThan(140 * kilobyte);
  });
});
