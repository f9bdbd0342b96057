import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { activateExtension, deactivateExtension } from './extension';
import { sayServerFailed } from './startClient';

/** The entry point in editors that run in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'extension.js').toString(true);
  activateExtension(context, (id, name, options) => {
    const worker = new Worker(script);
    // A worker whose script cannot be loaded or fails says so here only: the client would wait for its answer for ever.
    worker.addEventListener('error', (event) => sayServerFailed(event.message));
    return new WorkerClient(id, name, worker, options);
  });
}

export const deactivate = deactivateExtension;

/** The client of a server that is a worker. No message ends a worker: it would stay in memory after each restart. */
class WorkerClient extends LanguageClient {
  constructor(
    id: string,
    name: string,
    private readonly worker: Worker,
    options: LanguageClientOptions,
  ) {
    super(id, name, worker, options);
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.worker.terminate();
    }
  }
}
