import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileText, HostFiles } from '../host';
import { decodeFile } from './decodeFile';

/** Bytes of a closed file beyond which it is not indexed. */
const maximumFileBytes = 32 * 1024 * 1024;

/** The files of this machine. */
export const nodeFiles: HostFiles = {
  async *list(folder, accepts) {
    const path = pathOf(folder);
    if (path !== undefined) yield* below(path, accepts);
  },

  async read(uri): Promise<FileText> {
    const path = pathOf(uri);
    try {
      if (path === undefined) return { kind: 'missing' };
      const { size } = await stat(path);
      if (size > maximumFileBytes) return { kind: 'tooLarge', bytes: size };
      return { kind: 'text', text: decodeFile(await readFile(path)) };
    } catch {
      return { kind: 'missing' };
    }
  },

  async write(uri, text): Promise<boolean> {
    const path = pathOf(uri);
    if (path === undefined) return false;
    // A neighbour that is renamed: whoever reads meanwhile sees the old file or the new one, never half of it.
    const fresh = `${path}.${process.pid}.tmp`;
    try {
      await writeFile(fresh, text);
      await rename(fresh, path);
      return true;
    } catch {
      await rm(fresh, { force: true }).catch(() => undefined);
      return false;
    }
  },
};

async function* below(folder: string, accepts: (name: string) => boolean): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path, accepts);
    else if (entry.isFile() && accepts(entry.name)) yield pathToFileURL(path).href;
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
