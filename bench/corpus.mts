// Times the whole process of `gouji check` on a corpus of made-up reports, beside the floor: a process that only reads and
// decodes the same files. Usage: npm run bench:corpus [-- --reports 1000 --runs 5 --keep FOLDER]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tableLayouts } from '../test/support/layouts/index.js';
import { Random } from '../test/support/random.js';
import { randomRendering, writeReports } from '../test/support/renderReport.js';
import { randomModel } from '../test/support/reportModel.js';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    keep: { type: 'string' },
  },
});
const folder = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'gouji-corpus-'));
const runs = Number(values.runs);
/** The real reports have about this many bytes; a made-up one is filled up with prose to the same size. */
const reportBytes = 8_800;
const largeFileBytes = 20_000_000;
/** So many reports stand in the folder of copies. */
const copiedReports = 5;

const floorProgram = `
const { readdirSync, readFileSync, statSync } = require('node:fs');
const path = process.argv[2];
const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => path + '/' + name) : [path];
const decoder = new TextDecoder('utf-8', { fatal: true });
let length = 0;
for (const file of files) length += decoder.decode(readFileSync(file)).length;
console.log(length);
`;

interface Measured {
  /** Processor time of all threads: unlike the clock it says the same on a busy machine. */
  readonly processor: number;
  readonly seconds: number;
  readonly megabytes: number;
}

try {
  const corpus = join(folder, 'reports');
  const copies = join(folder, 'copies');
  const large = join(folder, 'large.txt');
  writeCorpus(corpus, copies, large, Number(values.reports));
  const gouji = await bundled('server/src/node.ts', 'gouji.js');
  const floor = join(folder, 'floor.cjs');
  writeFileSync(floor, floorProgram);

  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, node ${process.version}`);
  for (const [name, path] of [
    [`${values.reports} files, ${megabytesOf(sizeOf(corpus))} MB`, corpus],
    [`${values.reports} files, ${copiedReports} reports in copies, ${megabytesOf(sizeOf(copies))} MB`, copies],
    [`one file, ${megabytesOf(statSync(large).size)} MB`, large],
  ] as const) {
    // Taken in turn, so that whatever else the machine does strikes both alike.
    const pairs = Array.from({ length: runs }, () => ({
      floor: measure([floor, path]),
      check: measure([gouji, 'check', '--format', 'ndjson', path]),
    }));
    const best = (kind: 'floor' | 'check') => pairs.map((pair) => pair[kind]).sort((a, b) => a.processor - b.processor)[0]!;
    const [check, reading] = [best('check'), best('floor')];
    console.log(
      `${name}: check ${told(check)}; floor ${told(reading)}; ratio ${(check.processor / reading.processor).toFixed(1)}`,
    );
  }
} finally {
  if (!values.keep) rmSync(folder, { recursive: true });
}

/** Reports that are all different, as many in a folder and as many as fill one large file, and a folder of copies of a few. */
function writeCorpus(corpus: string, copies: string, large: string, reports: number): void {
  mkdirSync(corpus, { recursive: true });
  mkdirSync(copies, { recursive: true });
  writeFileSync(large, '');
  for (let seed = 1, bytes = 0; seed <= reports || bytes < largeFileBytes; seed++) {
    const text = madeUpReport(seed);
    if (seed <= reports) {
      const name = `${String(seed).padStart(5, '0')}.txt`;
      writeFileSync(join(corpus, name), text);
      writeFileSync(join(copies, name), madeUpReport((seed % copiedReports) + 1));
    }
    if (bytes < largeFileBytes) appendFileSync(large, `${text}\n`);
    bytes += Buffer.byteLength(text);
  }
}

function madeUpReport(seed: number): string {
  const random = new Random(seed);
  const layout = tableLayouts[seed % tableLayouts.length]!;
  return withProse(writeReports([randomModel(random)], randomRendering(random, layout), random).text, reportBytes);
}

/** Adds paragraphs before the second section, where real reports have their longest prose. */
function withProse(text: string, bytes: number): string {
  const paragraph =
    '全年围绕中心工作，及时公开重点领域信息，回应社会关切，规范栏目设置，健全制度，加强培训，做好审核把关，提升公开质量。\n';
  const missing = Math.max(0, Math.ceil((bytes - Buffer.byteLength(text)) / Buffer.byteLength(paragraph)));
  const at = text.search(/^.{0,6}主动公开政府信息情况/m);
  return at < 0 ? text + paragraph.repeat(missing) : text.slice(0, at) + paragraph.repeat(missing) + text.slice(at);
}

async function bundled(entry: string, name: string): Promise<string> {
  const outfile = join(folder, 'dist', name);
  const options = { bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20' } as const;
  await build({ ...options, entryPoints: [resolve(import.meta.dirname, '..', entry)], outfile, logLevel: 'warning' });
  return outfile;
}

/** A measured process reports its own largest memory on the error stream. */
function measure(argv: readonly string[]): Measured {
  const script = `process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    require('fs').writeSync(2, 'used ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
  })`;
  const hook = join(folder, 'peak.cjs');
  writeFileSync(hook, script);
  const began = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['--require', hook, ...argv], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const used = /used (\d+) (\d+)/.exec(run.stderr);
  if (!used) throw new Error(run.stderr);
  return { seconds, megabytes: Number(used[1]) / 1024, processor: Number(used[2]) / 1e6 };
}

function told({ seconds, processor, megabytes }: Measured): string {
  return `${seconds.toFixed(2)} s (processor ${processor.toFixed(2)} s), ${megabytes.toFixed(0)} MB`;
}

function sizeOf(path: string): number {
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

function megabytesOf(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
