// Starts a real VS Code: the web server inside the npm package code-server, on loopback only.
import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export const serverFolder = join(projectFolder, 'node_modules', 'code-server', 'lib', 'vscode');
const serverScript = join(serverFolder, 'out', 'server-main.js');
const windows = process.platform === 'win32';

/**
 * Starts the server and resolves once it listens.
 * @param {object} options
 * @param {Record<string, unknown>} [options.settings] user settings to begin with
 * @param {string} [options.vsix] an extension to install first
 * @param {string} [options.token] the connection token a browser must present; without one any local page may connect
 * @param {string[]} [options.arguments] further arguments of the server
 * @param {Record<string, string>} [options.environment] seen by the server and every extension host
 */
export async function startVscodeServer(options = {}) {
  prepareServer();
  const data = mkdtempSync(join(tmpdir(), 'gouji-workbench-'));
  const userFolder = join(data, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));
  const environment = {
    ...environmentWithoutNpm(),
    // No extension gallery is asked for anything.
    EXTENSIONS_GALLERY: '{}',
    VSCODE_AGENT_FOLDER: data,
    ...(process.platform === 'linux' && { XDG_RUNTIME_DIR: data }),
    ...options.environment,
  };
  const dataArguments = ['--server-data-dir', data];
  if (options.vsix) {
    execFileSync(process.execPath, [serverScript, ...dataArguments, '--install-extension', options.vsix], {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const access = options.token ? ['--connection-token', options.token] : ['--without-connection-token'];
  const server = spawn(
    process.execPath,
    [
      serverScript,
      ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms', '--telemetry-level', 'off'],
      ...access,
      ...dataArguments,
      ...(options.arguments ?? []),
    ],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: !windows },
  );
  const port = await portOf(server, join(data, 'server.log'));
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    data,
    version: JSON.parse(readFileSync(join(serverFolder, 'package.json'), 'utf8')).version,
    /** The address that opens a folder; `payload` are VS Code's own key and value pairs. */
    address(folder, payload = []) {
      const query = new URLSearchParams();
      if (options.token) query.set('tkn', options.token);
      // VS Code takes the path as it is: one with Chinese or blanks must not be encoded twice.
      query.set('folder', decodeURIComponent(pathToFileURL(folder).pathname));
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
    /** How the workbench names a file of this machine. */
    remoteUri: (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`,
    onEnd: (listener) => server.once('exit', listener),
    /** Ends the server and what it started; its logs are kept in `keepLogsIn` when that is given. */
    async stop(keepLogsIn) {
      await endServer(server);
      if (keepLogsIn) {
        mkdirSync(keepLogsIn, { recursive: true });
        const logs = join(data, 'data', 'logs');
        if (existsSync(logs)) cpSync(logs, keepLogsIn, { recursive: true });
        copyFileSync(join(data, 'server.log'), join(keepLogsIn, 'server.log'));
      }
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Nothing that pops up over the report, and nothing that reaches for the network. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/**
 * Installs the dependencies of the server inside code-server once. Its own installer would compile native modules and
 * fetch a search program from elsewhere; none of the native modules is needed to run extensions.
 */
function prepareServer() {
  const modules = join(serverFolder, 'node_modules');
  const done = join(modules, '.prepared-for-gouji');
  if (existsSync(done)) return;
  console.log('Preparing the VS Code server (once, about a minute) …');
  copyFileSync(join(serverFolder, 'npm-shrinkwrap.json'), join(serverFolder, 'package-lock.json'));
  // The shipped lock file was written with legacy peer dependencies and does not install without them.
  const flags = ['--ignore-scripts', '--legacy-peer-deps', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['ci', ...flags], {
    cwd: serverFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environmentWithoutNpm(),
    shell: windows,
  });
  standIn('@vscode/spdlog', 'spdlog.cjs');
  standIn('native-watchdog', 'native-watchdog.cjs');
  standIn('@vscode/native-watchdog', 'native-watchdog.cjs');
  const search = join(projectFolder, 'node_modules', '@vscode', `ripgrep-${process.platform}-${process.arch}`, 'bin');
  const searchInServer = join(modules, '@vscode', 'ripgrep');
  if (existsSync(search) && existsSync(searchInServer)) {
    cpSync(search, join(searchInServer, 'bin'), { recursive: true });
  }
  writeFileSync(done, '');
}

function standIn(module, file) {
  const folder = join(serverFolder, 'node_modules', module);
  if (!existsSync(folder)) return;
  const main = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).main ?? 'index.js';
  copyFileSync(join(projectFolder, 'workbench', 'standIns', file), join(folder, main));
}

/** Settings of an outer `npm run` must not reach an npm or a VS Code started from here. */
function environmentWithoutNpm() {
  const leaking = /^npm_config_(local_prefix|prefix|workspace|omit|global|package)|^(NODE_OPTIONS|ELECTRON_RUN_AS_NODE)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !leaking.test(name)));
}

function portOf(server, logFile) {
  const log = createWriteStream(logFile);
  return new Promise((resolvePort, reject) => {
    let output = '';
    const deadline = setTimeout(() => fail('did not start within 60 seconds'), 60_000);
    const fail = (what) => reject(new Error(`The VS Code server ${what}:\n${output}`));
    const read = (chunk) => {
      log.write(chunk);
      output = (output + chunk).slice(-10_000);
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (!listening) return;
      clearTimeout(deadline);
      resolvePort(Number(listening[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', (error) => fail(`could not be started: ${error.message}`));
    server.once('exit', (code) => fail(`ended with ${code}`));
  });
}

async function endServer(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  signal(server, 'SIGTERM');
  const insist = setTimeout(() => signal(server, 'SIGKILL'), 5000);
  await ended;
  clearTimeout(insist);
}

/** The server leads its own process group, so that its extension hosts and language servers end with it. */
function signal(server, name) {
  try {
    if (windows) server.kill(name);
    else process.kill(-server.pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}
