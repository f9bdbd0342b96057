// Runs the host's suite in a desktop VS Code where one can be had; says why where not.
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../workbench/vscodeServer.mjs';
import { endSkipped, endWithTally } from './tally.mjs';

const suite = 'VS Code, desktop';
const version = '1.100.3';

if (process.platform === 'linux' && !process.env.DISPLAY) {
  endSkipped(suite, 'no display; `xvfb-run -a npm run test:vscode:desktop` brings one');
}
const executable = await findVscode();
const folder = mkdtempSync(join(tmpdir(), 'gouji-folder-'));
const userData = mkdtempSync(join(tmpdir(), 'gouji-user-'));
const results = join(userData, 'results.json');
cpSync(join(projectFolder, 'samples'), folder, { recursive: true });
let exitCode = 1;
let tally = [];
try {
  exitCode = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: join(projectFolder, 'dist', 'test', 'host'),
    extensionTestsEnv: { GOUJI_TEST_RESULTS: results },
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', userData],
  });
} catch (error) {
  console.error(String(error));
}
if (existsSync(results)) tally = JSON.parse(readFileSync(results, 'utf8'));
for (const left of [folder, userData]) rmSync(left, { recursive: true, force: true });
endWithTally(suite, tally, exitCode);

/** The one GOUJI_VSCODE names, one downloaded before, or a download. */
async function findVscode() {
  const named = process.env.GOUJI_VSCODE;
  if (named && existsSync(named)) return named;
  if (named) endSkipped(suite, `${named} does not exist`);
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(projectFolder, '.vscode-test'), timeout: 20_000 });
  } catch (error) {
    return endSkipped(suite, `VS Code ${version} cannot be downloaded here (${error.message})`);
  }
}
