import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { runCommandLine } from '../../server/src/cli/commandLine';
import type { Output } from '../../server/src/cli/output';

export interface GoujiRun {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, in the current folder. */
export function runGouji(argv: readonly string[], environment: Record<string, string> = {}): GoujiRun {
  const [output, messages] = [capture(), capture()];
  const root = resolve(__dirname, '../..');
  const exitCode = runCommandLine(argv, {
    version: '1.2.3',
    bundleFolder: join(root, 'dist'),
    packageFolder: root,
    output,
    messages,
    terminal: false,
    environment,
  });
  return { exitCode, stdout: output.text(), stderr: messages.text() };
}

/** The objects that `--format ndjson` printed. */
export function objectsOf(run: GoujiRun) {
  return run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function capture(): Output & { text(): string } {
  let all = '';
  return { closed: false, write: (text) => void (all += text), flush: () => {}, text: () => all };
}

/** Gives each test an empty folder as the current one. */
export function inTemporaryFolder(): void {
  const before = process.cwd();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });
}
