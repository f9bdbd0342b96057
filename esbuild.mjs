// Builds every bundle into dist/: the command line, the language server and the VS Code client.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';

const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');
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
  { ...node, entryPoints: { gouji: 'server/src/node.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { server: 'server/src/lsp/node.ts' }, outdir: 'dist' },
  { ...browser, format: 'iife', entryPoints: { 'server.browser': 'server/src/browser.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { extension: 'client/src/main.ts' }, outdir: 'dist', external: ['vscode'] },
  {
    ...browser,
    format: 'cjs',
    // The same file is a module of the extension host and the script of the server's worker, which has no module.
    banner: { js: "var runsAsServer = typeof module === 'undefined'; var module = runsAsServer ? { exports: {} } : module;" },
    entryPoints: { 'extension.browser': 'client/src/main.browser.ts' },
    outdir: 'dist',
    external: ['vscode'],
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: webviews,
    outdir: 'dist/webview',
  },
];
if (tests) {
  const host = 'test/vscode/host';
  bundles.push({ ...node, entryPoints: { index: `${host}/index.ts` }, outdir: 'dist/test/host', external: ['vscode', 'mocha'] });
  // Mocha's own build for browsers asks for a process and a global.
  const define = { 'process.env.NODE_ENV': '"test"', global: 'globalThis' };
  bundles.push({
    ...browser,
    format: 'cjs',
    define,
    entryPoints: { index: `${host}/web.ts` },
    outdir: 'dist/test/web',
    external: ['vscode'],
  });
}
await Promise.all(bundles.filter((b) => existsSync(Object.values(b.entryPoints)[0])).map((b) => build(b)));
