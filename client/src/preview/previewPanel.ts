import { Range, ViewColumn, WorkspaceEdit, languages, window, workspace } from 'vscode';
import type { Disposable, TextDocument, TextEditor, Uri, WebviewPanel } from 'vscode';
import { askForReport, currentReport, isReport, regardPreview } from '../language';
import { localize } from '../localize';
import type { RunningServer } from '../startClient';
import { writePage } from '../webview/page';
import { findCell } from './findCell';
import type { FromPreview, PlainRange, ShownCell, ToPreview } from './messages';
import { requestReport, whyUnread } from './requestReport';
import { renderDocument, renderNotice } from './renderReport';

/** The one preview: it shows the report that is being edited, and follows when another one is. */
export class Preview implements Disposable {
  private panel: WebviewPanel | undefined;
  private document: TextDocument | undefined;
  private pending: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: Disposable[];

  constructor(
    private readonly extension: Uri,
    private readonly server: RunningServer,
  ) {
    regardPreview(() => (this.panel?.active ? this.document : undefined));
    this.subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && isReport(editor.document)) this.follow(editor.document);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.followCursor(textEditor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) this.refreshSoon();
      }),
      // What was found changes without the text, too: when settings change or a finding is accepted.
      languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = this.document?.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.refreshSoon();
      }),
      server.onDidChangeState(() => void this.refresh()),
    ];
  }

  async open(): Promise<void> {
    const document = currentReport();
    if (!document) return askForReport();
    if (this.panel) this.panel.reveal(undefined, true);
    else await this.create();
    this.follow(document);
  }

  dispose(): void {
    clearTimeout(this.pending);
    this.panel?.dispose();
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private async create(): Promise<void> {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel('gouji.preview', localize('Report Preview'), place, { enableScripts: true });
    this.panel = panel;
    panel.onDidDispose(() => (this.panel = undefined));
    panel.webview.onDidReceiveMessage((message: FromPreview) => this.receive(message));
    const title = localize('Report Preview');
    await writePage(this.extension, panel.webview, {
      title,
      body: '<main id="content"></main>',
      style: 'preview.css',
      script: 'preview.js',
    });
  }

  private follow(document: TextDocument): void {
    this.document = document;
    void this.refresh();
  }

  /** Whoever types is not kept busy: the preview follows when the typing pauses. */
  private refreshSoon(): void {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => void this.refresh(), 150);
  }

  private async refresh(): Promise<void> {
    const { document, panel } = this;
    if (!document || !panel || document.isClosed || !this.server.isRunning) return;
    const read = await requestReport(this.server, document);
    if (document !== this.document) return;
    // Nothing to wait for: only another text, or another report, can be shown.
    if (read === null)
      return this.send({ type: 'show', html: renderNotice(whyUnread(document, read)), version: document.version });
    // The server has not read the present text yet: asked again in a moment.
    if (read?.version !== document.version) return this.refreshSoon();
    panel.title = localize('Preview: {name}', { name: document.uri.path.split('/').at(-1) ?? '' });
    this.send({ type: 'show', html: renderDocument(read), version: read.version });
  }

  private followCursor({ document, selection }: TextEditor): void {
    if (document !== this.document) return;
    this.send({ type: 'follow', line: selection.active.line, character: selection.active.character });
  }

  private send(message: ToPreview): void {
    void this.panel?.webview.postMessage(message);
  }

  private async receive(message: FromPreview): Promise<void> {
    const { document } = this;
    if (message.type === 'ready') await this.refresh();
    else if (document && message.type === 'reveal') await reveal(document, message.range, message.withFocus);
    else if (document && message.type === 'edit') await this.edit(document, message);
  }

  /** Writes one cell, as one step to undo. Where the text has changed under the preview, the cell is looked for in it. */
  private async edit(document: TextDocument, message: Extract<FromPreview, { type: 'edit' }>): Promise<void> {
    if (!fitsIntoCell(message.text)) {
      void window.showWarningMessage(localize('A cell holds one number: no line break, tab or bar.'));
      return this.refresh();
    }
    const place = message.version === document.version ? message.range : await this.placeNow(document, message.cell);
    if (!place) {
      const { text } = message;
      void window.showWarningMessage(localize('The text has changed meanwhile; {text} was not written into it.', { text }));
      return this.refresh();
    }
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, toRange(place), message.text);
    await workspace.applyEdit(edit);
  }

  private async placeNow(document: TextDocument, cell: ShownCell): Promise<PlainRange | undefined> {
    const read = await requestReport(this.server, document);
    return read && read.version === document.version ? findCell(read, cell) : undefined;
  }
}

async function reveal(document: TextDocument, place: PlainRange, withFocus: boolean): Promise<void> {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const selection = toRange(place);
  const viewColumn = shown?.viewColumn ?? ViewColumn.One;
  await window.showTextDocument(document, { viewColumn, selection, preserveFocus: !withFocus });
}

function toRange([startLine, startCharacter, endLine, endCharacter]: PlainRange): Range {
  return new Range(startLine, startCharacter, endLine, endCharacter);
}

function fitsIntoCell(text: string): boolean {
  return !/[\t\r\n|]/.test(text);
}
