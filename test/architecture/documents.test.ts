import { PackageManager, listFiles } from '@vscode/vsce';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index';

const project = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

const documents = [
  ...readdirSync(project).filter((name) => name.endsWith('.md')),
  ...filesBelow('docs').filter((name) => name.endsWith('.md')),
].sort();

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

describe('the documents', () => {
  it('are all there', () => {
    const expected = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
    expect(documents).toEqual(expect.arrayContaining(expected));
  });

  it.each(documents)('%s: every relative link leads somewhere', (document) => {
    const broken = linksOf(document).filter(({ path, anchor }) => {
      if (!existsSync(join(project, path))) return true;
      return anchor !== '' && path.endsWith('.md') && !anchorsOf(path).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it.each(documents)('%s: every source file it names is there', (document) => {
    const named = [...read(document).matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:m?[jt]s|json))`/g)].map((match) => match[1]!);
    const isThere = (path: string) => ['', 'server/src', 'client/src'].some((root) => existsSync(join(project, root, path)));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  it('of the package link only to what is in the package', async () => {
    const packed = (await listFiles({ cwd: project, packageManager: PackageManager.None })).map((f) => f.replaceAll('\\', '/'));
    const outside = packed
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => linksOf(file).filter(({ path }) => !packed.some((p) => p === path || p.startsWith(`${path}/`))))
      .map(({ from, path }) => `${from} → ${path}`);
    expect(outside).toEqual([]);
  });

  it.each(['README.md', 'README.zh-CN.md', 'CHANGELOG.md'])('%s counts the rules right', (document) => {
    const counted = [...read(document).matchAll(/(\d+) (?:rules|条规则)/g)].map((match) => Number(match[1]));
    expect(new Set(counted)).toEqual(new Set([rules.length]));
  });

  it('explain every dependency and every command', () => {
    const text = read('CONTRIBUTING.md');
    const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(packages.filter((name) => !new RegExp(`(^\\| |, )${name}\\b[^|]*\\|`, 'm').test(text))).toEqual([]);
    const commands = Object.keys(manifest.scripts).filter((name) => name !== 'test:vscode');
    const named = (name: string) => text.includes(name) || text.includes(`…:${name.split(':').at(-1)}`);
    expect(commands.filter((name) => !named(name))).toEqual([]);
  });

  it('have small pictures, every one of them in use', () => {
    const users = [read('package.json'), ...documents.map(read)].join('\n');
    const sizes = filesBelow('docs/images').map((path) => ({ path, size: statSync(join(project, path)).size }));
    expect(sizes.filter(({ path }) => !users.includes(path))).toEqual([]);
    expect(sizes.filter(({ size }) => size > 120_000)).toEqual([]);
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(700_000);
  });
});

describe('the sources', () => {
  const folders = ['client/src', 'server/src', 'test', 'bench', 'workbench'];
  const sources = folders.flatMap(filesBelow).filter((path) => /\.m?ts$|\.m?js$/.test(path));

  it('are found', () => expect(sources.length).toBeGreaterThan(300));

  it('have at most 400 lines each', () => {
    expect(sources.filter((path) => read(path).split('\n').length > 401)).toEqual([]);
  });

  it('leave nothing for later', () => {
    const marks = new RegExp(`\\b(${['TO', 'FIX', 'XX'].map((start, i) => start + ['DO', 'ME', 'X'][i]!).join('|')})\\b`);
    expect(sources.filter((path) => marks.test(read(path)))).toEqual([]);
  });
});

interface Link {
  readonly from: string;
  readonly path: string;
  readonly anchor: string;
}

/** The links within the project, pictures included. */
function linksOf(document: string): Link[] {
  const text = read(document)
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`\n]*`(?!\]\()/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => decodeURI(match[1]!))
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      const file = path === '' ? document : relative(project, resolve(project, dirname(document), path));
      return { from: document, path: file.replaceAll('\\', '/'), anchor };
    });
}

/** The anchors that Markdown viewers give to headings. */
function anchorsOf(document: string): string[] {
  return [...read(document).matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(project, folder))) return [];
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => statSync(join(project, path)).isFile());
}
