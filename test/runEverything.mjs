// `npm test`: every check of the project one after the other, and one line at the end that adds them up.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(project, 'dist', 'test-results');
const unitResults = join(results, 'unit.json');
const vscodeResults = join(results, 'vscode.ndjson');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;

check('types', 'npm', ['run', '--silent', 'typecheck']);
check('style', 'npm', ['run', '--silent', 'lint']);
unitTests();
check('package', 'npm', ['run', '--silent', 'package']);
check('build', 'npm', ['run', '--silent', 'build', '--', '--tests']);
for (const suite of [['runHost.mjs'], ['runHost.mjs', '--web'], ['runBrowser.mjs'], ['runDesktop.mjs']]) vscodeSuite(suite);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** A step that passes or fails as a whole. */
function check(name, command, parameters) {
  const ok = run(name, command, parameters);
  if (ok) passed++;
  else failed++;
}

function unitTests() {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${unitResults}`];
  const ok = run('unit tests', 'npx', ['vitest', 'run', ...reporters]);
  const counts = existsSync(unitResults) ? JSON.parse(readFileSync(unitResults, 'utf8')) : {};
  passed += counts.numPassedTests ?? 0;
  failed += Math.max(counts.numFailedTests ?? 0, ok ? 0 : 1);
}

function vscodeSuite([script, ...parameters]) {
  const before = tally().length;
  const ok = run(
    `VS Code: ${[script, ...parameters].join(' ')}`,
    process.execPath,
    [join('test', 'vscode', script), ...parameters],
    {
      GOUJI_TEST_TALLY: vscodeResults,
    },
  );
  const suite = tally()[before];
  passed += suite?.passed ?? 0;
  failed += Math.max(suite?.failed ?? 0, ok ? 0 : 1);
}

function tally() {
  if (!existsSync(vscodeResults)) return [];
  return readFileSync(vscodeResults, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function run(name, command, parameters, environment = {}) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { status } = spawnSync(command, parameters, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'failed'} (${seconds} s)`);
  return status === 0;
}
