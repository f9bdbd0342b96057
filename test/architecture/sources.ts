import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const project = resolve(__dirname, '../..');

/** One import, export from, `import()` or `require()` of a source file. Paths are relative to the project, with `/`. */
export interface Import {
  readonly file: string;
  /** The file imported, or the name of a package. */
  readonly target: string;
  /** Gone once the types are. */
  readonly isType: boolean;
}

/** A source file, comments left out. */
export interface SourceFile {
  readonly path: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?ts$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => {
      const code = readFileSync(join(project, path), 'utf8').replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '');
      const imports = [...code.matchAll(importing)].map(([words, target]) => ({
        file: path,
        target: resolved(path, target!),
        isType: words.startsWith('import type'),
      }));
      return { path, code, imports };
    });
}

const importing = /(?:^(?:import|export)\b[^;'"]*?\bfrom\s+|^import\s+|\b(?:import|require)\(\s*)'([^']+)'/gms;

function resolved(path: string, target: string): string {
  if (!target.startsWith('.')) return target;
  const bare = join(dirname(path), target.replace(/\.js$/, ''));
  const found = [bare, `${bare}.ts`, `${bare}.mts`, `${bare}/index.ts`].find(
    (file) => /\.\w+$/.test(file) && existsSync(join(project, file)),
  );
  if (!found) throw new Error(`${path} imports ${target}, which is nowhere`);
  return relative('', found).replaceAll('\\', '/');
}
