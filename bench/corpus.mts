// Times whole processes of `gouji check` on made-up reports beside other checkers that get the same numbers in their own formats,
// and beside the floor: a process that only reads and decodes the same files. Writes docs/benchmarks.md.
// Usage: npm run bench:corpus [-- --reports 1000 --rounds 5 --peers FOLDER --keep FOLDER --print]
// The folder of --peers holds an installation of the other checkers; without it they are installed into a temporary folder.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measuredHere, writePart } from './benchmarksPage.mjs';
import { journalOf, madeUpReport, markdownReport } from './corpusTexts.mjs';
import { installPeers, isInstalled } from './peers.mjs';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    peers: { type: 'string' },
    keep: { type: 'string' },
    print: { type: 'boolean', default: false },
  },
});
const reports = Number(values.reports);
const rounds = Number(values.rounds);
const folder = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'gouji-corpus-'));
const peers = resolve(values.peers ?? join(folder, 'peers'));
const largeFileBytes = 20_000_000;
/** So many reports stand in the folder of copies. */
const copiedReports = 5;

/** Reports that are all different, as many copies of a few, different reports in one file; and the different ones for others. */
const inputs = {
  different: join(folder, 'different'),
  copies: join(folder, 'copies'),
  large: join(folder, 'large.txt'),
  markdown: join(folder, 'markdown'),
  journal: join(folder, 'relations.journal'),
};

const floorProgram = `
const { readdirSync, readFileSync, statSync } = require('node:fs');
const path = process.argv[2];
const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => path + '/' + name) : [path];
const decoder = new TextDecoder('utf-8', { fatal: true });
let length = 0;
for (const file of files) length += decoder.decode(readFileSync(file)).length;
console.log(length);
`;

/** A process says at its end what it used. */
const usageHook = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('fs').writeSync(2, 'used ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
})`;

interface Measured {
  readonly seconds: number;
  /** Processor time of all threads in seconds, and memory at its most; of a process of Node.js only. */
  readonly processor: number;
  readonly megabytes: number;
}

try {
  writeInputs();
  if (!values.peers) installPeers(peers);
  const commands = await allCommands();
  const best = measureInTurn(commands);
  const tables = `${ownTable(best)}\n\n${othersTable(best)}`;
  console.log(`${measuredHere()}\n\n${tables}`);
  if (!values.print) writePart('corpus', tables);
} finally {
  if (!values.keep) rmSync(folder, { recursive: true });
}

function writeInputs(): void {
  for (const path of [inputs.different, inputs.copies, inputs.markdown]) mkdirSync(path, { recursive: true });
  for (const path of [inputs.large, inputs.journal]) writeFileSync(path, '');
  for (let seed = 1, bytes = 0; seed <= reports || bytes < largeFileBytes; seed++) {
    const text = madeUpReport(seed);
    if (seed <= reports) {
      const name = String(seed).padStart(5, '0');
      writeFileSync(join(inputs.different, `${name}.txt`), text);
      writeFileSync(join(inputs.copies, `${name}.txt`), madeUpReport((seed % copiedReports) + 1));
      writeFileSync(join(inputs.markdown, `${name}.md`), markdownReport(seed));
      appendFileSync(inputs.journal, `${journalOf(text, name)}\n`);
    }
    if (bytes < largeFileBytes) appendFileSync(inputs.large, `${text}\n`);
    bytes += Buffer.byteLength(text);
  }
  // Without the rules on the length of lines and the width of columns, which have something to say of every line of these reports.
  const config = { config: { MD013: false, MD060: false }, noBanner: true, noProgress: true };
  writeFileSync(join(inputs.markdown, '.markdownlint-cli2.jsonc'), JSON.stringify(config));
}

type Input = 'different' | 'copies' | 'large';
type Tool = `check ${Input}` | `floor ${Input}` | 'markdownlint-cli2' | 'ledger' | 'hledger';

async function allCommands(): Promise<Map<Tool, readonly string[]>> {
  const gouji = await bundled('server/src/node.ts', 'gouji.js');
  const floor = join(folder, 'floor.cjs');
  const hook = join(folder, 'usage.cjs');
  writeFileSync(floor, floorProgram);
  writeFileSync(hook, usageHook);
  const node = (...command: string[]) => [process.execPath, '--require', hook, ...command];
  const linter = join(peers, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
  const commands = new Map<Tool, readonly string[]>();
  for (const input of ['different', 'copies', 'large'] as const) {
    commands.set(`floor ${input}`, node(floor, inputs[input]));
    commands.set(`check ${input}`, node(gouji, 'check', '--format', 'ndjson', inputs[input]));
  }
  commands.set('markdownlint-cli2', node(linter, `${inputs.markdown}/*.md`));
  if (isInstalled('ledger')) commands.set('ledger', ['ledger', '-f', inputs.journal, 'source']);
  if (isInstalled('hledger')) commands.set('hledger', ['hledger', '-f', inputs.journal, 'check']);
  return commands;
}

async function bundled(entry: string, name: string): Promise<string> {
  const outfile = join(folder, 'dist', name);
  const options = { bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20' } as const;
  await build({ ...options, entryPoints: [resolve(import.meta.dirname, '..', entry)], outfile, logLevel: 'warning' });
  return outfile;
}

/** Taken in turn, so that whatever else the machine does strikes all alike; each keeps its best round. */
function measureInTurn(commands: ReadonlyMap<Tool, readonly string[]>): Map<Tool, Measured> {
  const best = new Map<Tool, Measured>();
  for (let round = 0; round < rounds; round++) {
    for (const [tool, command] of commands) {
      const measured = measure(command);
      const known = best.get(tool);
      best.set(tool, known && known.seconds <= measured.seconds ? known : measured);
    }
  }
  return best;
}

function measure([program, ...args]: readonly string[]): Measured {
  const began = process.hrtime.bigint();
  const run = spawnSync(program!, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (run.error) throw run.error;
  // 1 says that something was found; no status, that the process was ended.
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
  const used = /^used (\d+) (\d+)$/m.exec(run.stderr);
  return { seconds, megabytes: Number(used?.[1]) / 1024, processor: Number(used?.[2]) / 1e6 };
}

function ownTable(best: ReadonlyMap<Tool, Measured>): string {
  const names = {
    different: `${reports} files, ${megabytesOf(inputs.different)} MB`,
    copies: `${reports} files, copies of ${copiedReports}, ${megabytesOf(inputs.copies)} MB`,
    large: `one file, ${megabytesOf(inputs.large)} MB`,
  };
  const rows = (['different', 'copies', 'large'] as const).map((input) => {
    const [check, floor] = [best.get(`check ${input}`)!, best.get(`floor ${input}`)!];
    const times = [check.seconds, check.processor, floor.seconds].map((time) => `${time.toFixed(2)} s`);
    const ratio = (check.seconds / floor.seconds).toFixed(1);
    return `| ${[names[input], ...times, ratio, check.megabytes.toFixed(0), floor.megabytes.toFixed(0)].join(' | ')} |`;
  });
  return [
    '| input | check | processor | floor | check ÷ floor | peak MB | floor MB |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

/** How many times as long as gouji the others take, on the same number of reports. */
function othersTable(best: ReadonlyMap<Tool, Measured>): string {
  const told = (seconds: number, input: Input) => `${(seconds / best.get(`check ${input}`)!.seconds).toFixed(1)} ×`;
  const rows = (['markdownlint-cli2', 'hledger', 'ledger'] as const).flatMap((tool) => {
    const seconds = best.get(tool)?.seconds;
    return seconds ? `| ${tool} | ${seconds.toFixed(2)} s | ${told(seconds, 'different')} | ${told(seconds, 'copies')} |` : [];
  });
  return ['| checker | time | against different reports | against copies |', '|---|--:|--:|--:|', ...rows].join('\n');
}

function megabytesOf(path: string): string {
  const { size } = statSync(path);
  const bytes = statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0)
    : size;
  return (bytes / 1e6).toFixed(1);
}
