// Builds every bundle into dist/: the command line, the language server and the VS Code client.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { leanCharts } from './bundling/leanCharts.mjs';
import { leanProtocol } from './bundling/leanProtocol.mjs';

const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');
/** Where the bundles go: `--into=FOLDER`. */
const target = process.argv.find((argument) => argument.startsWith('--into='))?.slice('--into='.length) ?? 'dist';
const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  // Chinese as it is, not as escapes of twice its size.
  charset: 'utf8',
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
const browser = { ...common, platform: 'browser' };
const webviews = ['preview.ts', 'preview.css', 'dashboard.mts', 'dashboard.css'].map((file) => `client/src/webview/${file}`);
const bundles = [
  { ...node, entryPoints: { gouji: 'server/src/node.ts' }, outdir: target },
  { ...node, entryPoints: { server: 'server/src/lsp/node.ts' }, outdir: target },
  {
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['node', 'browser'],
    format: 'cjs',
    // The same file is a module of the extension host and the script of the server's worker, which has no module.
    banner: { js: "var runsAsWorker = typeof module === 'undefined'; var module = runsAsWorker ? { exports: {} } : module;" },
    entryPoints: { extension: 'client/src/main.ts' },
    outdir: target,
    external: ['vscode', 'node:*', ...builtinModules],
    plugins: [leanProtocol],
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: webviews,
    outdir: `${target}/webview`,
    plugins: [leanCharts],
  },
];
if (tests) {
  const host = 'test/vscode/host';
  bundles.push({
    ...node,
    entryPoints: { index: `${host}/index.ts` },
    outdir: `${target}/test/host`,
    external: ['vscode', 'mocha'],
  });
  // Mocha's own build for browsers asks for a process and a global.
  const define = { 'process.env.NODE_ENV': '"test"', global: 'globalThis' };
  bundles.push({
    ...browser,
    format: 'cjs',
    define,
    entryPoints: { index: `${host}/web.ts` },
    outdir: `${target}/test/web`,
    external: ['vscode'],
  });
}
await Promise.all(bundles.filter((b) => existsSync(Object.values(b.entryPoints)[0])).map((b) => build(b)));
