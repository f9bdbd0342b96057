import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import type { ClientCapabilities, InitializeParams, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import { builtServer } from './builtServer';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** Answers to `workspace/configuration`, by scope; the value of section `gouji`. */
  readonly configuration?: (scopeUri: string | undefined) => unknown;
  readonly initialize?: Partial<InitializeParams>;
  readonly args?: readonly string[];
}

/** A language client over the real server's standard streams. Waits are for messages, never for time. */
export class StdioClient {
  readonly received: { readonly method: string; readonly params: unknown }[] = [];
  /** Answers to the server's requests, by method; a test may replace them. */
  readonly answers = new Map<string, (params: never) => unknown>();
  initializeResult: InitializeResult | undefined;
  private readonly waiting: {
    readonly accepts: (method: string, params: unknown) => boolean;
    readonly resolve: (params: unknown) => void;
  }[] = [];

  private constructor(
    readonly process: ChildProcess,
    readonly connection: MessageConnection,
  ) {
    connection.onNotification((method, params) => this.receive(method, params));
    connection.onRequest((method, params) => {
      this.receive(method, params);
      const answer = this.answers.get(method);
      return answer ? answer(params as never) : null;
    });
    connection.onError(() => undefined);
    connection.listen();
  }

  /** Starts the server without saying anything to it. */
  static async spawn(args: readonly string[] = ['--stdio']): Promise<StdioClient> {
    const child = spawn(process.execPath, [await builtServer(), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    return new StdioClient(child, connection);
  }

  /** Starts the server and shakes hands with it. */
  static async start(options: ClientOptions = {}): Promise<StdioClient> {
    const client = await StdioClient.spawn(options.args);
    const { configuration } = options;
    if (configuration) {
      client.answers.set('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
        items.map((item) => configuration(item.scopeUri)),
      );
    }
    const capabilities: ClientCapabilities = {
      ...options.capabilities,
      ...(configuration ? { workspace: { ...options.capabilities?.workspace, configuration: true } } : {}),
    };
    client.initializeResult = await client.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...options.initialize,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  request<R>(method: string, params?: unknown): Promise<R> {
    return params === undefined ? this.connection.sendRequest(method) : this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): void {
    this.connection.sendNotification(method, params).catch(() => undefined);
  }

  open(uri: string, text: string, version = 1, languageId = 'disclosure-report'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, contentChanges: unknown[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The next message of this method that is accepted, from now on. */
  next<P>(method: string, accepts: (params: P) => boolean = () => true): Promise<P> {
    return new Promise((resolve) => {
      const matches = (m: string, params: unknown) => m === method && accepts(params as P);
      this.waiting.push({ accepts: matches, resolve: resolve as (params: unknown) => void });
    });
  }

  nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams> {
    return this.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) => params.uri === uri);
  }

  /** Ends the session in order; resolves to the exit code. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const exited = once(this.process, 'exit');
    await this.request('shutdown');
    this.notify('exit', undefined);
    const [code] = (await exited) as [number | null];
    this.connection.dispose();
    return code;
  }

  private receive(method: string, params: unknown): void {
    this.received.push({ method, params });
    const index = this.waiting.findIndex((w) => w.accepts(method, params));
    if (index >= 0) this.waiting.splice(index, 1)[0]!.resolve(params);
  }
}
