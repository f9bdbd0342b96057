import { EventEmitter, Uri, env, window, type ExtensionContext } from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import type { ReadDocument } from '../../server/src/features/goujiReport';
import { fillInFixTotals } from './commands/fixTotals';
import { askForReport, reportLanguage } from './language';
import { localize } from './localize';

/** Each host runs the server in its own way: a Node process or a web worker. */
export type CreateLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export function sayServerFailed(reason: string): void {
  void window.showErrorMessage(localize('The Gouji language server could not be started: {reason}', { reason }));
}

/** The language server as long as the extension lives; it can be restarted. */
export class RunningServer {
  private readonly changed = new EventEmitter<State>();
  private client: BaseLanguageClient | undefined;
  readonly onDidChangeState = this.changed.event;

  constructor(
    private readonly context: ExtensionContext,
    private readonly createClient: CreateLanguageClient,
  ) {
    context.subscriptions.push(this.changed);
  }

  get state(): State {
    return this.client?.state ?? State.Stopped;
  }

  get isRunning(): boolean {
    return this.client?.isRunning() ?? false;
  }

  async start(): Promise<void> {
    this.client ??= this.createLanguageClient();
    try {
      await this.client.start();
    } catch (error) {
      sayServerFailed(error instanceof Error ? error.message : String(error));
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch {
      // It never ran, or does not answer any more. It is forgotten all the same, so that another one can be started.
    }
    this.changed.fire(State.Stopped);
  }

  /** Sends a request of the server's own; undefined where the server does not run. */
  async request<Answer>(method: string, parameters: unknown): Promise<Answer | undefined> {
    if (!this.client?.isRunning()) return undefined;
    return this.client.sendRequest<Answer>(method, parameters);
  }

  private createLanguageClient(): BaseLanguageClient {
    const client = this.createClient('gouji', 'Gouji', {
      documentSelector: [{ language: reportLanguage }],
      initializationOptions: {
        locale: env.language,
        rulePages: Uri.joinPath(this.context.extensionUri, 'docs', 'rules').toString(),
      },
      synchronize: { configurationSection: 'gouji' },
      markdown: { isTrusted: false },
      middleware: {
        executeCommand: async (command, parameters, next) => {
          const read = (uri: string) => this.request<ReadDocument | null>('gouji/report', { textDocument: { uri } });
          const filledIn = await fillInFixTotals(command, parameters, read);
          return filledIn ? next(command, filledIn) : askForReport();
        },
      },
    });
    client.onDidChangeState((event) => this.changed.fire(event.newState));
    return client;
  }
}
