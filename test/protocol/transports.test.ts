import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  SocketMessageReader,
  SocketMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type { InitializeResult } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { chooseTransport } from '../../server/src/lsp/transport';
import { builtServer } from '../support/builtServer';

const hello = { processId: process.pid, rootUri: null, capabilities: {} };

async function shakeHands(connection: MessageConnection, child: ChildProcess): Promise<number> {
  connection.listen();
  const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', hello);
  expect(serverInfo?.name).toBe('gouji');
  const exited = once(child, 'exit');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const [code] = (await exited) as [number];
  return code;
}

/** The client listens, the server comes to it. */
async function overSocket(listen: (server: Server) => Promise<string>): Promise<number> {
  const server = createServer();
  const argument = await listen(server);
  const connected = once(server, 'connection');
  const child = spawn(process.execPath, [await builtServer(), argument], { stdio: 'inherit' });
  const [socket] = (await connected) as [import('node:net').Socket];
  const code = await shakeHands(createMessageConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket)), child);
  server.close();
  return code;
}

describe('the server is reached', () => {
  it('over a socket', async () => {
    const code = await overSocket(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return `--socket=${(server.address() as AddressInfo).port}`;
    });
    expect(code).toBe(0);
  });

  it('over a pipe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
    const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\gouji-${process.pid}` : join(folder, 'pipe');
    const code = await overSocket(async (server) => {
      server.listen(pipe);
      await once(server, 'listening');
      return `--pipe=${pipe}`;
    });
    rmSync(folder, { recursive: true });
    expect(code).toBe(0);
  });

  it('over Node’s channel between processes', async () => {
    const child = fork(await builtServer(), ['--node-ipc']);
    expect(await shakeHands(createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)), child)).toBe(0);
  });

  it('leaves with 1 when that channel closes', async () => {
    const child = fork(await builtServer(), ['--node-ipc']);
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    await connection.sendRequest('initialize', hello);
    const exited = once(child, 'exit');
    child.disconnect();
    expect((await exited)[0]).toBe(1);
  });

  it('as a worker of a browser', async () => {
    const root = resolve(__dirname, '../..');
    const { outputFiles } = await build({
      entryPoints: [join(root, 'server/src/browser.ts')],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      write: false,
      logLevel: 'silent',
    });
    // No Node here: what the bundle needs must be there in a browser too.
    const sent: ((message: { id?: number; result?: InitializeResult }) => void)[] = [];
    const scope: Record<string, unknown> = {
      console,
      setTimeout,
      clearTimeout,
      performance,
      URL,
      TextEncoder,
      TextDecoder,
      queueMicrotask,
    };
    const listeners = new Map<string, (event: { data: unknown }) => void>();
    scope['self'] = scope;
    scope['addEventListener'] = (type: string, listener: (event: { data: unknown }) => void) => listeners.set(type, listener);
    scope['postMessage'] = (message: { id?: number; result?: InitializeResult }) => sent.shift()?.(message);
    runInContext(outputFiles[0]!.text, createContext(scope));
    const answer = await new Promise<{ result?: InitializeResult }>((resolveAnswer) => {
      sent.push(resolveAnswer);
      const receive = (listeners.get('message') ?? scope['onmessage']) as (event: { data: unknown }) => void;
      receive({ data: { jsonrpc: '2.0', id: 1, method: 'initialize', params: { ...hello, processId: null } } });
    });
    expect(answer.result?.serverInfo?.name).toBe('gouji');
  });
});

describe('the arguments', () => {
  it.each([
    [['--stdio'], { kind: 'stdio' }],
    [['lsp', '--node-ipc'], { kind: 'node-ipc' }],
    [['--socket=6009'], { kind: 'socket', port: 6009 }],
    [['--socket', '6009'], { kind: 'socket', port: 6009 }],
    [['--pipe=a=b'], { kind: 'pipe', name: 'a=b' }],
    [['--socket=x'], undefined],
    [['--pipe'], undefined],
    [[], undefined],
  ])('%j name %j', (args, transport) => {
    expect(chooseTransport(args)).toEqual(transport);
  });

  it('are those that the documentation names', () => {
    const page = readFileSync(resolve(__dirname, '../../docs/protocol.md'), 'utf8');
    for (const argument of ['--stdio', '--node-ipc', '--socket=', '--pipe=']) expect(page).toContain(argument);
  });
});
