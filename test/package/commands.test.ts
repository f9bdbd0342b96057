import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(__dirname, '..', '..');
const readText = (...path: string[]): string => readFileSync(join(project, ...path), 'utf8');

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string }[] };
}

const { commands } = (JSON.parse(readText('package.json')) as Manifest).contributes;
const languages = ['package.nls.json', 'package.nls.zh-cn.json'].map(
  (file) => JSON.parse(readText(file)) as Record<string, string>,
);

/** What looks whether something happened: an assertion, or waiting for what must appear. */
const effect = /\bassert\b|\beventually\(|\.waitFor\(/;

describe('every command of the manifest', () => {
  const tests = [...testsOf('host', /^ {2}it\(/m), ...testsOf('browser', /^ {2,4}(?:\{\n\s+)?title: /m)];

  it.each(commands.map(({ command }) => command))('%s is run in a real workbench, and what it does is looked at', (command) => {
    const calls = callsOf(command);
    const running = tests.filter((test) => {
      const call = calls.map((words) => test.indexOf(words)).find((at) => at >= 0);
      return call !== undefined && effect.test(test.slice(call));
    });
    expect(running.length).toBeGreaterThan(0);
  });
});

/** A suite's tests, each as its text. */
function testsOf(suite: string, start: RegExp): string[] {
  const folder = join(project, 'test', 'vscode', suite);
  return readdirSync(folder)
    .filter((file) => /\.test\.m?[jt]s$/.test(file))
    .flatMap((file) => readText('test', 'vscode', suite, file).split(start).slice(1));
}

/** How suites run a command: by its id in the host, by its name in the palette, in one of the languages. */
function callsOf(command: string): string[] {
  const title = commands.find((candidate) => candidate.command === command)!.title.slice(1, -1);
  const names = languages.map((words) => `run('${words['command.category']}: ${words[title]}'`);
  return [`executeCommand('${command}'`, ...names];
}
