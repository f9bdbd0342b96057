// Runs the mocha suite inside the extension host of a real VS Code: the Node host, or the web worker one with --web.
import { PackageManager, createVSIX } from '@vscode/vsce';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder, startVscodeServer } from '../../workbench/vscodeServer.mjs';
import { launchChromium, noChromium } from './chromium.mjs';
import { endSkipped, endWithTally } from './tally.mjs';
import { openWebExtensionUnderTest } from './webExtension.mjs';

const web = process.argv.includes('--web');
const suite = web ? 'VS Code, web worker extension host' : 'VS Code, Node extension host';
const patience = 240_000;
const logs = join(projectFolder, 'dist', 'logs');

const launched = await launchChromium();
if (!launched) endSkipped(suite, noChromium);
const folder = mkdtempSync(join(tmpdir(), 'gouji-folder-'));
cpSync(join(projectFolder, 'samples'), folder, { recursive: true });
const results = join(folder, '..', `gouji-results-${process.pid}.json`);
const empty = join(projectFolder, 'dist', 'test', 'empty.vsix');
if (!web) await packageEmptyExtension(empty);
const server = await startVscodeServer({
  vsix: web ? undefined : empty,
  settings: { 'security.workspace.trust.enabled': false },
  environment: { GOUJI_TEST_RESULTS: results },
});
let exitCode = 1;
let tally = [];
const page = await launched.context.newPage();
const worker = watchConsole(page);
try {
  const run = await listenForExit(page);
  const payload = [
    ['extensionDevelopmentPath', server.remoteUri(projectFolder)],
    ['extensionTestsPath', server.remoteUri(join(projectFolder, 'dist', 'test', 'host'))],
  ];
  if (web) await openWebExtensionUnderTest(page, server, folder);
  else await page.goto(server.address(folder, payload));
  exitCode = await run.exit;
  tally = web ? worker.results() : JSON.parse(existsSync(results) ? readFileSync(results, 'utf8') : '[]');
} catch (error) {
  console.error(error);
} finally {
  if (exitCode !== 0) await page.screenshot({ path: join(projectFolder, 'dist', 'host-failure.png') }).catch(() => {});
  await launched.browser.close();
  await server.stop(exitCode === 0 ? undefined : logs);
  if (exitCode !== 0) writeFileSync(join(logs, 'console.log'), worker.errors().join('\n'));
  rmSync(folder, { recursive: true, force: true });
  rmSync(results, { force: true });
}
endWithTally(suite, tally, exitCode);

/** VS Code's own hooks for browser tests: the workbench calls these functions of the page. */
async function listenForExit(page) {
  let end;
  const exit = new Promise((resolve, reject) => {
    end = resolve;
    const late = () => reject(new Error(`The suite did not end within ${patience / 1000} seconds.`));
    setTimeout(late, patience).unref();
  });
  await page.exposeFunction('codeAutomationLog', (type, words) => {
    if (/^\s*(✔|\d+\)|Error|at |\+|-)/.test(String(words[0]))) (console[type] ?? console.log)(...words);
  });
  await page.exposeFunction('codeAutomationExit', (code) => end(code));
  return { exit };
}

/** The web worker host has no files: its results arrive on the page's console, and so does what went wrong. */
function watchConsole(page) {
  let found = [];
  const errors = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
    const results = /gouji-test-results (\[.*\])/s.exec(message.text());
    if (results) found = JSON.parse(results[1]);
  });
  return { results: () => found, errors: () => errors };
}

/** Installed beside the extension, it shows what activating any extension costs. */
async function packageEmptyExtension(packagePath) {
  const cwd = join(projectFolder, 'test', 'vscode', 'emptyExtension');
  await createVSIX({ cwd, packagePath, packageManager: PackageManager.None, allowMissingRepository: true, skipLicense: true });
}
