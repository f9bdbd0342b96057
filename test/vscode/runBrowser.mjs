// Drives the workbench in a headless browser, with the extension installed from its package, as a person would.
import { existsSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

const usualSettings = {
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'gouji.locale': 'zh-cn',
  'editor.fontFamily': 'DejaVu Sans Mono, Noto Sans SC',
};

const launched = await launchChromium({ permissions: ['clipboard-read', 'clipboard-write'] });
if (!launched) endSkipped(suite, noChromium);
const files = readdirSync(tests)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
const modules = await Promise.all(files.map((file) => import(join(tests, file))));
const results = [];
let server;
try {
  // Files of tests that ask for other settings of the user have a server of their own.
  for (const settings of new Set(modules.map((module) => JSON.stringify(module.settings ?? {})))) {
    server = await startVscodeServer({ vsix, settings: { ...usualSettings, ...JSON.parse(settings) } });
    for (const module of modules) {
      if (JSON.stringify(module.settings ?? {}) !== settings) continue;
      for (const test of module.default) results.push(await runTest(test));
    }
    await stopServer();
  }
} finally {
  await launched.browser.close();
  await stopServer();
}
endWithTally(suite, results, 0);

async function stopServer() {
  const failed = results.some((result) => result.state === 'failed');
  await server?.stop(failed ? join(projectFolder, 'dist', 'logs') : undefined);
  server = undefined;
}

/** Each test has a page and a copy of the samples of its own, and the display language it asks for. */
async function runTest({ title, needs, locale, folderSettings, run }) {
  if (needs && !existsSync(join(projectFolder, needs))) {
    return { title: `${title}: ${needs} is not there`, state: 'pending' };
  }
  const place = mkdtempSync(join(tmpdir(), 'gouji-folder-'));
  const folder = join(place, '年度报告');
  cpSync(join(projectFolder, 'samples'), folder, { recursive: true });
  if (folderSettings) {
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(folderSettings));
  }
  const page = await launched.context.newPage();
  if (locale) await page.addInitScript((language) => (globalThis._VSCODE_NLS_LANGUAGE = language), locale);
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
