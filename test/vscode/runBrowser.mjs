// Drives the workbench in a headless browser, with the extension installed from its package, as a person would.
import { existsSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder, startVscodeServer } from '../../workbench/vscodeServer.mjs';
import { Workbench } from './browser/workbench.mjs';
import { launchChromium, noChromium } from './chromium.mjs';
import { endSkipped, endWithTally } from './tally.mjs';

const suite = 'VS Code, workbench in a browser';
const vsix = join(projectFolder, 'dist', 'gouji.vsix');
const wanted = process.argv.slice(2);
const tests = join(projectFolder, 'test', 'vscode', 'browser');

const launched = await launchChromium();
if (!launched) endSkipped(suite, noChromium);
const server = await startVscodeServer({
  vsix,
  settings: {
    'security.workspace.trust.enabled': false,
    'files.autoSave': 'off',
    'gouji.locale': 'zh-cn',
    'editor.fontFamily': 'DejaVu Sans Mono, Noto Sans SC',
  },
});
const results = [];
try {
  for (const file of readdirSync(tests)
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()) {
    if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue;
    const module = await import(join(tests, file));
    for (const test of module.default) results.push(await runTest(test));
  }
} finally {
  await launched.browser.close();
  const failed = results.some((result) => result.state === 'failed');
  await server.stop(failed ? join(projectFolder, 'dist', 'logs') : undefined);
}
endWithTally(suite, results, 0);

/** Each test has a page and a copy of the samples of its own. */
async function runTest({ title, needs, run }) {
  if (needs && !existsSync(join(projectFolder, needs))) {
    return { title: `${title}: ${needs} is not there`, state: 'pending' };
  }
  const place = mkdtempSync(join(tmpdir(), 'gouji-folder-'));
  const folder = join(place, '年度报告');
  cpSync(join(projectFolder, 'samples'), folder, { recursive: true });
  const page = await launched.context.newPage();
  page.setDefaultTimeout(25_000);
  const workbench = new Workbench(page, server, folder);
  const started = performance.now();
  try {
    await run(workbench);
    console.log(`    ✔ ${title} (${Math.round(performance.now() - started)} ms)`);
    return { title, state: 'passed' };
  } catch (error) {
    await workbench.picture(`failed-${results.length}`).catch(() => {});
    return { title, state: 'failed', error: error.stack ?? String(error) };
  } finally {
    await page.close();
    rmSync(place, { recursive: true, force: true });
  }
}
