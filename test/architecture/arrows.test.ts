import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each room may import besides itself. Data flows one way: a room never knows what stands after it. */
const mayImport: Record<string, readonly string[]> = {
  text: [],
  form: ['text'],
  layouts: ['text'],
  report: ['text', 'form', 'layouts'],
  prose: ['text', 'form', 'report'],
  repair: ['text', 'form', 'report', 'rules/rule'],
  fixes: ['text', 'form', 'report', 'rules/rule', 'repair'],
  rules: ['text', 'form', 'report', 'prose', 'repair', 'fixes'],
  workspace: ['text', 'form', 'report', 'prose', 'repair', 'rules'],
  features: ['text', 'form', 'layouts', 'report', 'prose', 'rules', 'repair', 'fixes', 'workspace', 'service'],
  lsp: ['*'],
  cli: ['*'],
};

/** Rooms below the two that know the outside world import nothing of Node. */
const pure = Object.keys(mayImport).filter((room) => room !== 'lsp' && room !== 'cli');

const source = resolve(__dirname, '../../server/src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));

const imports = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s[^;]*?from\s+'([^']+)';/gms)].map((m) => ({ file, target: m[1]! }));
});

describe('arrows between rooms', () => {
  it('finds the imports', () => expect(imports.length).toBeGreaterThan(100));

  it.each(Object.keys(mayImport))('%s knows only what stands before it', (room) => {
    const allowed = mayImport[room]!;
    const wrong = imports
      .filter(({ file, target }) => file.startsWith(`${room}/`) && target.startsWith('.'))
      .map(({ file, target }) => ({ file, to: relative(source, resolve(source, dirname(file), target)) }))
      .filter(
        ({ to }) =>
          !to.startsWith(`${room}/`) && to !== room && !allowed.some((a) => a === '*' || to === a || to.startsWith(`${a}/`)),
      );
    expect(wrong.map((w) => `${w.file} → ${w.to}`)).toEqual([]);
  });

  it.each(pure)('%s needs nothing of Node', (room) => {
    const wrong = imports.filter(({ file, target }) => file.startsWith(`${room}/`) && target.startsWith('node:'));
    expect(wrong).toEqual([]);
  });

  it('lets the client use the pure rooms only; its entry points start the server in their other half', () => {
    const client = resolve(source, '../../client/src');
    const wrong = readdirSync(client, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.m?ts$/.test(file) && !/^main\.ts$/.test(file))
      .filter((file) => /server\/src\/(lsp|cli|node|browser)\b/.test(readFileSync(join(client, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('keeps the two outer rooms apart', () => {
    const between = imports.filter(
      ({ file, target }) =>
        (file.startsWith('cli/') && /\/lsp\//.test(target)) || (file.startsWith('lsp/') && /\/cli\//.test(target)),
    );
    expect(between).toEqual([]);
  });
});
