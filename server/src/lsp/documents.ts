import type { Connection, PositionEncodingKind, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { looksLikeReport } from '../report/detectReport';
import { readDocument, type ReportDocument } from '../service';
import { utf16Position } from './positions';

/** The language id of annual reports. */
const reportLanguage = 'disclosure-report';

/** A document the client has open, with the latest reading of it. */
export class OpenDocument {
  /** Counts every opening and change in the session, so that a reopened document is not taken for the closed one. */
  revision: number;
  private reading: ReportDocument | undefined;
  /** The reading before the latest: what is typed is often taken back. */
  private former: ReportDocument | undefined;
  private isRead = false;

  constructor(
    public document: TextDocument,
    revision: number,
  ) {
    this.revision = revision;
  }

  get uri(): string {
    return this.document.uri;
  }

  /** Whether the text is too large to be read at every keystroke. */
  get isLarge(): boolean {
    return utf8LengthExceeds(this.document.getText(), maximumLiveBytes);
  }

  /** The reports of the present text; what did not change since the last reading is taken from it. */
  read(): ReportDocument {
    if (!this.isRead || !this.reading) {
      const text = this.document.getText();
      const { reading, former } = this;
      this.former = reading;
      this.reading = former?.text === text ? former : this.readAfresh(text, reading);
      this.isRead = true;
    }
    return this.reading;
  }

  private readAfresh(text: string, before: ReportDocument | undefined): ReportDocument {
    return this.mayBeReport(text) ? readDocument(text, before) : { text, parts: [] };
  }

  /** A client that says what the document is knows; else the text must show it: some start the server for every plain text. */
  private mayBeReport(text: string): boolean {
    return this.document.languageId === reportLanguage || looksLikeReport(text);
  }

  change(
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
    revision: number,
    encoding: PositionEncodingKind,
  ): void {
    for (const change of changes) {
      const inUtf16 = 'range' in change ? { text: change.text, range: this.toUtf16(change.range, encoding) } : change;
      this.document = TextDocument.update(this.document, [inUtf16], version);
    }
    this.revision = revision;
    this.isRead = false;
  }

  private toUtf16(
    range: { start: { line: number; character: number }; end: { line: number; character: number } },
    encoding: PositionEncodingKind,
  ) {
    return { start: utf16Position(this.document, range.start, encoding), end: utf16Position(this.document, range.end, encoding) };
  }
}

/** Bytes in UTF-8 beyond which a document is checked only on request. */
export const maximumLiveBytes = 8 * 1024 * 1024;

/** A UTF-16 unit takes one to three bytes: most texts need not be counted. */
function utf8LengthExceeds(text: string, limit: number): boolean {
  if (text.length * 3 <= limit) return false;
  return text.length > limit || new TextEncoder().encode(text).length > limit;
}

type Listener = (document: OpenDocument) => void;

/** The documents the client has open. Changes of documents that were never opened are ignored: clients do send them. */
export class OpenDocuments {
  private readonly documents = new Map<string, OpenDocument>();
  private readonly opened: Listener[] = [];
  private readonly changed: Listener[] = [];
  private readonly closed: Listener[] = [];
  private revisions = 0;

  constructor(private readonly encoding: () => PositionEncodingKind) {}

  listen(connection: Connection): void {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      const document = new OpenDocument(TextDocument.create(uri, languageId, version, text), ++this.revisions);
      this.documents.set(uri, document);
      this.opened.forEach((listener) => listener(document));
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const document = this.documents.get(textDocument.uri);
      if (!document || contentChanges.length === 0) return;
      document.change(contentChanges, textDocument.version ?? document.document.version, ++this.revisions, this.encoding());
      this.changed.forEach((listener) => listener(document));
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const document = this.documents.get(textDocument.uri);
      if (!document) return;
      this.documents.delete(textDocument.uri);
      this.closed.forEach((listener) => listener(document));
    });
  }

  get(uri: string): OpenDocument | undefined {
    return this.documents.get(uri);
  }

  all(): OpenDocument[] {
    return [...this.documents.values()];
  }

  onOpen(listener: Listener): void {
    this.opened.push(listener);
  }

  onChange(listener: Listener): void {
    this.changed.push(listener);
  }

  onClose(listener: Listener): void {
    this.closed.push(listener);
  }
}
