import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { existsSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The path of the language server's bundle, built anew when a source file is newer than it. */
export async function builtServer(): Promise<string> {
  const bundle = join(root, 'dist', 'server.js');
  const sources = globSync(['server/src/**/*.{ts,json}', 'package.json'], { cwd: root, absolute: true });
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (existsSync(bundle) && statSync(bundle).mtimeMs > newest) return bundle;
  // Test files run side by side: each writes its own file and the last one to finish puts it in place.
  const fresh = `${bundle}.${process.pid}.js`;
  await build({
    entryPoints: [join(root, 'server/src/lsp/node.ts')],
    outfile: fresh,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  renameSync(fresh, bundle);
  return bundle;
}
