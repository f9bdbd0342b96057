import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layouts } from '../../server/src/layouts';
import { sourceFiles, type Import } from './sources';

/** What each room may import besides itself, in the order in which data flows: a room never knows what stands after it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  form: ['text'],
  layouts: ['text'],
  report: ['text', 'form', 'layouts'],
  prose: ['text', 'form', 'report'],
  repair: ['text', 'form', 'report'],
  fixes: ['text', 'form', 'report', 'rules/rule.ts'],
  rules: ['text', 'form', 'report', 'prose', 'repair', 'fixes'],
  workspace: ['text', 'form', 'report', 'repair', 'rules', 'picomatch'],
  'service.ts': ['text', 'report', 'repair', 'rules'],
  features: ['text', 'form', 'report', 'repair', 'fixes', 'rules', 'vscode-languageserver'],
  lsp: [
    'text',
    'form',
    'report',
    'fixes',
    'rules',
    'workspace',
    'service.ts',
    'features',
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
  ],
  cli: ['text', 'form', 'report', 'repair', 'fixes', 'rules', 'workspace', 'service.ts', 'commander', 'tinyglobby'],
};

/** Where programs begin: nothing imports these, and they alone choose a room that knows the outside world. */
const entryPoints = ['node.ts', 'lsp/node.ts', 'browser.ts'].map((name) => `server/src/${name}`);

/** Rooms below the two that know the outside world. */
const pure = Object.keys(mayImport).filter((room) => room !== 'lsp' && room !== 'cli');

const server = sourceFiles('server/src');
const client = sourceFiles('client/src');
const imports = [...server, ...client].flatMap((file) => file.imports);

/** A file's place in `server/src`: the room is its first part. */
const inServer = (path: string) => path.replace(/^server\/src\//, '');
const roomOf = (path: string) => inServer(path).split('/')[0]!;
const isIn = (place: string, path: string) => path === place || path.startsWith(`${place}/`);
const written = (wrong: readonly Import[]) => wrong.map(({ file, target }) => `${file} → ${target}`);

describe('arrows between rooms', () => {
  it('finds the imports', () => expect(imports.length).toBeGreaterThan(1000));

  it('knows every room, in the order in which ARCHITECTURE.md has them', () => {
    const known = [...Object.keys(mayImport), 'engineAdvice.ts', ...entryPoints.map(inServer)];
    expect(server.filter(({ path }) => !known.includes(roomOf(path))).map(({ path }) => path)).toEqual([]);
    const line = /^ {4}text ← .*$/m.exec(readFileSync('ARCHITECTURE.md', 'utf8'))![0];
    expect(line.match(/\w+(?= ←| }|,)/g)).toEqual(Object.keys(mayImport).filter((room) => room !== 'service.ts'));
  });

  it.each(Object.keys(mayImport))('%s knows only what stands before it', (room) => {
    const allowed = [room, ...mayImport[room]!];
    const inside = (target: string) =>
      allowed.some((place) => isIn(place, inServer(target))) || (!pure.includes(room) && target.startsWith('node:'));
    const files = server.filter(({ path }) => roomOf(path) === room && !entryPoints.includes(path));
    expect(written(files.flatMap((file) => file.imports).filter(({ target }) => !inside(target)))).toEqual([]);
  });

  it('starts no program from within another', () => {
    const wrong = imports.filter(({ file, target }) => entryPoints.includes(target) && file !== 'client/src/main.ts');
    expect(written(wrong)).toEqual([]);
  });

  it.each(pure)('%s asks no clock, no chance and no process', (room) => {
    const outside = /\b(?:process|console|performance|set(?:Timeout|Interval|Immediate)|fetch|Date)\b\s*[.(]|\bMath\.random\b/;
    const wrong = server.filter(({ path, code }) => roomOf(path) === room && outside.test(code));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('leads back to no file', () => expect(circles(new Map([...server, ...client].map((f) => [f.path, f.imports])))).toEqual([]));
});

describe('the client', () => {
  it('uses the pure rooms only; its head starts the server', () => {
    const wrong = imports
      .filter(({ file, target }) => isIn('client', file) && isIn('server', target))
      .filter(
        ({ file, target }) => !pure.includes(roomOf(target)) && !(file === 'client/src/main.ts' && entryPoints.includes(target)),
      );
    expect(written(wrong)).toEqual([]);
  });

  it('runs without an editor inside its web views', () => {
    const inside = client.filter(({ path }) => isIn('client/src/webview', path) && path !== 'client/src/webview/page.ts');
    const reached = reachedFrom(inside.map(({ path }) => path));
    expect(inside.length).toBeGreaterThan(2);
    expect([...reached].filter((target) => target === 'vscode' || target.startsWith('node:'))).toEqual([]);
  });
});

describe('where one file is one thing', () => {
  /** What may stand in such a room beside the things, and which files of it these may import. */
  const rooms = [
    { room: 'layouts', contract: ['layout.ts'], list: 'index.ts', shared: ['parts'] },
    { room: 'rules', contract: ['rule.ts'], list: 'index.ts', shared: ['parts', 'across'] },
    { room: 'features', contract: ['view.ts'], list: 'features.ts', shared: ['parts', 'tableText'] },
  ];

  it.each(rooms)('a file of $room imports no other: what they share stands in $shared', ({ room, contract, list, shared }) => {
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [file, target].map((path) => path.replace(`server/src/${room}/`, ''));
      const isOne = !from!.includes('/') && from !== list;
      const isShared = shared.some((folder) => isIn(folder, from!));
      return (isOne || isShared) && !to!.includes('/') && to!.endsWith('.ts') && !contract.includes(to!);
    });
    expect(written(wrong)).toEqual([]);
  });

  it('a layout is named as its file', () => {
    expect(filesOf('layouts')).toEqual([...layouts.map(({ id }) => id as string), 'index', 'layout'].sort());
  });

  it('a feature is in the list, unless it is not about one open document alone', () => {
    const list = server.find(({ path }) => path === 'server/src/features/features.ts')!;
    const listed = list.imports.map(({ target }) => /^server\/src\/features\/(\w+)\.ts$/.exec(target)?.[1]).filter(Boolean);
    const others = ['diagnostics', 'workspaceSymbols'];
    expect(filesOf('features')).toEqual([...new Set([...listed, ...others, 'features', 'view'])].sort());
  });
});

/** The names of the files that stand in a room itself. */
function filesOf(room: string): string[] {
  const names = server.map(({ path }) => /^(\w+)\/([\w-]+)\.ts$/.exec(inServer(path)));
  return names.flatMap((name) => (name?.[1] === room ? [name[2]!] : [])).sort();
}

/** The files and packages that some files load, and what these load. */
function reachedFrom(files: readonly string[]): Set<string> {
  const byFile = new Map([...server, ...client].map((file) => [file.path, file.imports]));
  const reached = new Set(files);
  for (const file of reached) for (const { target, isType } of byFile.get(file) ?? []) if (!isType) reached.add(target);
  return reached;
}

/** Each way round that imports lead back to where they began, types included. */
function circles(importsOf: ReadonlyMap<string, readonly Import[]>): string[] {
  const found: string[] = [];
  const open: string[] = [];
  const done = new Set<string>();
  const visit = (file: string): void => {
    if (open.includes(file)) found.push([...open.slice(open.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    open.push(file);
    for (const { target } of importsOf.get(file) ?? []) visit(target);
    open.pop();
  };
  for (const file of importsOf.keys()) visit(file);
  return found;
}
