// Measures this project's language server beside others in one run and writes docs/benchmarks.md.
// Usage: npm run bench:servers [-- --rounds 3 --peers FOLDER --print]
// FOLDER holds an installation of the other servers; without it they are installed into a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePart } from './benchmarksPage.mjs';
import { benchTexts } from './benchTexts.mjs';
import { measureServer, type BenchDocument, type Measured, type ServerCommand } from './measureServer.mjs';
import { installPeers } from './peers.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, peers: { type: 'string' }, print: { type: 'boolean', default: false } },
});
const root = resolve(import.meta.dirname, '..');
const rounds = Number(values.rounds);
const temporary = values.peers ? undefined : mkdtempSync(join(tmpdir(), 'gouji-peers-'));
const peers = resolve(values.peers ?? temporary!);

try {
  if (temporary) installPeers(temporary);
  const servers = [gouji(), floor(), json(), markdown()];
  const tables: string[] = [];
  for (const { title, report, json: jsonDocument, markdown: markdownDocument } of benchTexts()) {
    const documents = [report, report, jsonDocument, markdownDocument];
    const best = await measuredInTurn(servers, documents);
    tables.push(`### ${title}\n\n${tableOf(servers, best)}`);
    console.log(tables.at(-1));
  }
  if (!values.print) writePart('servers', tables.join('\n\n'));
} finally {
  if (temporary) rmSync(temporary, { recursive: true });
}

/** Servers take turns, and each keeps its best round: what else the machine does then strikes none more than the others. */
async function measuredInTurn(servers: readonly ServerCommand[], documents: readonly BenchDocument[]): Promise<Measured[]> {
  const best: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [i, server] of servers.entries()) {
      const measured = await measureServer(server, documents[i]!);
      best[i] = best[i] ? better(best[i], measured) : measured;
    }
  }
  return best;
}

function better(a: Measured, b: Measured): Measured {
  const least = (key: Exclude<keyof Measured, 'diagnostics'>) => Math.min(a[key], b[key]);
  return {
    initialize: least('initialize'),
    firstOpen: least('firstOpen'),
    open: least('open'),
    keyMedian: least('keyMedian'),
    key95: least('key95'),
    keyProcessor: least('keyProcessor'),
    takenBack: least('takenBack'),
    peakMegabytes: Math.max(a.peakMegabytes, b.peakMegabytes),
    diagnostics: b.diagnostics,
  };
}

function tableOf(servers: readonly ServerCommand[], measured: readonly Measured[]): string {
  const columns = ['open', 'firstOpen', 'keyMedian', 'key95', 'keyProcessor', 'takenBack', 'peakMegabytes'] as const;
  const head =
    '| server | open | first open | keystroke | 95th percentile | processor a keystroke | taken back | peak MB | diagnostics |';
  const rows = servers.map(({ name }, i) => {
    const m = measured[i]!;
    const cells = columns.map((column) => {
      const own = measured[0]![column];
      const ratio = i === 0 || own === 0 ? '' : ` (${shown(m[column] / own)} ×)`;
      return `${shown(m[column])}${ratio}`;
    });
    return `| ${name} | ${cells.join(' | ')} | ${m.diagnostics.join(' / ')} |`;
  });
  return [head, '|---|--:|--:|--:|--:|--:|--:|--:|--:|', ...rows].join('\n');
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function gouji(): ServerCommand {
  const command = [process.execPath, join(root, 'dist/server.js'), '--stdio'];
  return { name: 'gouji', command, languageId: 'disclosure-report', extension: '.txt' };
}

/** What the same libraries cost without any work on the text. */
function floor(): ServerCommand {
  const command = [process.execPath, join(root, 'bench/floorServer.mjs'), '--stdio'];
  return { ...gouji(), name: 'floor: no work', command };
}

function json(): ServerCommand {
  return {
    name: 'vscode-json-language-server',
    command: [process.execPath, peerProgram('vscode-json-language-server'), '--stdio'],
    languageId: 'json',
    extension: '.json',
    settings: { json: { validate: { enable: true } } },
    initializationOptions: { provideFormatter: true },
  };
}

/** This server asks its client for the tokens of a text and for the files around it. */
function markdown(): ServerCommand {
  const MarkdownIt = createRequire(join(peers, 'package.json'))('markdown-it') as new () => {
    parse(text: string, env: object): unknown;
  };
  const parser = new MarkdownIt();
  return {
    name: 'vscode-markdown-language-server',
    command: [process.execPath, peerProgram('vscode-markdown-language-server'), '--stdio'],
    languageId: 'markdown',
    extension: '.md',
    initializationOptions: { markdownFileExtensions: ['md'] },
    settings: { markdown: markdownSettings() },
    answers: {
      'markdown/parse': ({ text }: { text?: string }) => parser.parse(text ?? '', {}),
      'markdown/findMarkdownFilesInWorkspace': () => [],
      'markdown/fs/readDirectory': () => [],
      'markdown/fs/stat': () => undefined,
    },
  };
}

/** All checks that need no other file. */
function markdownSettings(): object {
  return {
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'ignore', markdownFragmentLinks: 'ignore' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    occurrencesHighlight: { enabled: true },
  };
}

function peerProgram(name: string): string {
  return join(peers, 'node_modules/vscode-langservers-extracted/bin', name);
}
