import { build } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Bundles the command line as the package ships it and returns the path of the bundle, in a folder of its own. */
export async function builtGouji(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bundle-'));
  const bundle = join(folder, 'dist', 'gouji.js');
  await build({
    entryPoints: [join(root, 'server/src/node.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return bundle;
}
