// Drives any language server over its standard streams and measures it on one document.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';

/** A server and how it is spoken to. */
export interface ServerCommand {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
  readonly extension: string;
  readonly initializationOptions?: unknown;
  /** What the client answers to `workspace/configuration`, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Answers to requests of the server's own beyond the standard. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

export interface BenchDocument {
  readonly text: string;
  /** Where characters are typed, and which, one after the other; each should change the diagnostics. */
  readonly at: number;
  readonly typed: string;
}

/** Milliseconds, except memory; processor times are of the server's process with all its threads. */
export interface Measured {
  readonly initialize: number;
  /** Opening to diagnostics: the first document of the process, and later ones (median). */
  readonly firstOpen: number;
  readonly open: number;
  /** A keystroke to diagnostics, each giving a text that was not there the two times before. */
  readonly keyMedian: number;
  readonly key95: number;
  readonly keyProcessor: number;
  /** A character typed and taken back in turn, each to diagnostics (median). */
  readonly takenBack: number;
  readonly peakMegabytes: number;
  /** The number of diagnostics without and with what is typed. */
  readonly diagnostics: readonly [number, number];
}

/** Milliseconds between the start of the session and the first document, as with an editor that is being started. */
const moment = 300;
const opens = 5;
const warmUp = 20;
const keystrokes = 60;

export async function measureServer(server: ServerCommand, document: BenchDocument): Promise<Measured> {
  const began = performance.now();
  const child = spawn(server.command[0]!, server.command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = connectionTo(child, server);
  try {
    const { capabilities } = await connection.sendRequest<{ capabilities: { textDocumentSync?: number | { change?: number } } }>(
      'initialize',
      {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: null,
        capabilities: clientCapabilities,
        initializationOptions: server.initializationOptions ?? {},
      },
    );
    const initialize = performance.now() - began;
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: server.settings ?? {} });
    await new Promise((resolve) => setTimeout(resolve, moment));
    const sync = capabilities.textDocumentSync;
    const session = new Session(connection, server, document, (typeof sync === 'number' ? sync : sync?.change) === 2);
    const openTimes: number[] = [];
    for (let i = 0; i < opens; i++) {
      if (i > 0) await session.close();
      openTimes.push(await session.open(i));
    }
    const cycle = document.typed.length + 1;
    for (let i = 1; i <= warmUp; i++) await session.type(i % cycle);
    const before = processorTime(child);
    const keyTimes: number[] = [];
    for (let i = 1; i <= keystrokes; i++) keyTimes.push(await session.type(i % cycle));
    const keyProcessor = (processorTime(child) - before) / keystrokes;
    const takenBack: number[] = [];
    for (let i = 1; i <= keystrokes; i++) takenBack.push(await session.type(i % 2));
    return {
      initialize,
      firstOpen: openTimes[0]!,
      open: quantile(openTimes.slice(1), 0.5),
      keyMedian: quantile(keyTimes, 0.5),
      key95: quantile(keyTimes, 0.95),
      keyProcessor,
      takenBack: quantile(takenBack, 0.5),
      peakMegabytes: peakMegabytes(child),
      diagnostics: session.counts,
    };
  } finally {
    await end(connection, child);
  }
}

/** One document being opened, edited and closed; each step waits for the diagnostics that the client asks for. */
class Session {
  readonly counts: [number, number] = [-1, -1];
  private uri = '';
  private version = 1;
  /** How many characters stand there now. */
  private typed = 0;
  private ending = '';
  private readonly position: { line: number; character: number };

  constructor(
    private readonly connection: MessageConnection,
    private readonly server: ServerCommand,
    private readonly document: BenchDocument,
    private readonly incremental: boolean,
  ) {
    const before = document.text.slice(0, document.at);
    this.position = { line: before.split('\n').length - 1, character: document.at - (before.lastIndexOf('\n') + 1) };
  }

  async open(number: number): Promise<number> {
    this.uri = `file:///bench/document${number}${this.server.extension}`;
    // Never the same text twice: a server may remember what it answered.
    this.ending = '\n'.repeat(number);
    const text = this.document.text + this.ending;
    const textDocument = { uri: this.uri, languageId: this.server.languageId, version: (this.version = 1), text };
    return this.timed(() => this.connection.sendNotification('textDocument/didOpen', { textDocument }));
  }

  close(): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  /** Types the next character, or takes all back, until so many stand there. */
  async type(count: number): Promise<number> {
    const { text, at, typed } = this.document;
    const { line, character } = this.position;
    const end = { line, character: character + this.typed };
    const start = count > this.typed ? end : this.position;
    const change = this.incremental
      ? { range: { start, end }, text: typed.slice(count > this.typed ? this.typed : 0, count) }
      : { text: text.slice(0, at) + typed.slice(0, count) + text.slice(at) + this.ending };
    this.typed = count;
    const textDocument = { uri: this.uri, version: ++this.version };
    return this.timed(() =>
      this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] }),
    );
  }

  private async timed(send: () => Promise<void>): Promise<number> {
    const began = performance.now();
    await send();
    const answer = await this.connection.sendRequest<{ items?: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: this.uri },
    });
    const took = performance.now() - began;
    this.counts[this.typed > 0 ? 1 : 0] = answer.items?.length ?? -1;
    return took;
  }
}

const clientCapabilities = {
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true, relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  general: { positionEncodings: ['utf-16'] },
};

function connectionTo(child: ChildProcess, server: ServerCommand): MessageConnection {
  const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => server.settings?.[section ?? ''] ?? null),
  );
  for (const [method, answer] of Object.entries(server.answers ?? {}))
    connection.onRequest(method, answer as (p: unknown) => unknown);
  connection.onRequest(() => null);
  connection.onNotification(() => undefined);
  connection.onError(() => undefined);
  connection.listen();
  return connection;
}

async function end(connection: MessageConnection, child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  const impatience = setTimeout(() => child.kill(), 2000);
  await connection.sendRequest('shutdown').catch(() => undefined);
  await connection.sendNotification('exit').catch(() => undefined);
  await exited;
  clearTimeout(impatience);
  connection.dispose();
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** From the kernel's tables: Linux only, NaN elsewhere. */
function peakMegabytes(child: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+)/.exec(kernelFile(child, 'status'))?.[1] ?? NaN) / 1024;
}

function processorTime(child: ChildProcess): number {
  const fields = kernelFile(child, 'stat').replace(/^.*\)/s, '').trim().split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function kernelFile(child: ChildProcess, name: string): string {
  try {
    return readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
