import { CancellationToken, type Connection } from 'vscode-languageserver';
import { diagnosticsOf } from '../features/diagnostics';
import type { OpenDocument, OpenDocuments } from './documents';
import type { LargeDocuments } from './largeDocuments';
import { Interrupted } from './runSafe';
import type { Views } from './views';

/** Milliseconds without a change before a changed document is checked. */
const pause = 250;

/** Sends diagnostics to clients that cannot ask for them: at once on opening, after a pause on typing, none after closing. */
export class DiagnosticsPusher {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly largeDocuments: LargeDocuments,
    private readonly views: Views,
  ) {
    documents.onOpen((document) => this.schedule(document, 0));
    documents.onChange((document) => this.schedule(document, pause));
    documents.onClose((document) => {
      clearTimeout(this.timers.get(document.uri));
      this.timers.delete(document.uri);
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
  }

  /** Checks every open document again, after a change of the settings. */
  refresh(): void {
    for (const document of this.documents.all()) this.schedule(document, 0);
  }

  private schedule(document: OpenDocument, delay: number): void {
    clearTimeout(this.timers.get(document.uri));
    const timer = setTimeout(() => {
      this.timers.delete(document.uri);
      this.send(document.uri).catch((error: unknown) => {
        // A document that changed meanwhile is scheduled again by that change.
        if (!(error instanceof Interrupted)) this.connection.console.error(`Diagnostics failed: ${String(error)}`);
      });
    }, delay);
    this.timers.set(document.uri, timer);
  }

  private async send(uri: string): Promise<void> {
    const document = this.documents.get(uri);
    if (document?.isLarge && !this.largeDocuments.isWanted(document)) {
      await this.connection.sendDiagnostics({ uri, version: document.document.version, diagnostics: [] });
      return;
    }
    const view = await this.views.evenIfLarge(uri, CancellationToken.None);
    if (!view || !this.documents.get(uri)) return;
    const version = view.version ?? undefined;
    await this.connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(view) });
  }
}
