import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { inLocale, localized, type Locale } from '../text/localized';
import { maximumLiveBytes, type OpenDocument, type OpenDocuments } from './documents';
import { KeptWith } from '../text/remember';

export const checkCommand = 'gouji.check';

/** Documents too large to be checked while a person types: they are checked on request, and one notice says so. */
export class LargeDocuments {
  private readonly noticed = new Set<string>();
  /** The revision that was asked for: after an edit the old findings would stand in the wrong places. */
  private readonly wanted = new KeptWith<OpenDocument, number>();
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly locale: () => Locale,
  ) {
    documents.onOpen((document) => this.notice(document));
    documents.onChange((document) => this.notice(document));
  }

  isWanted(document: OpenDocument): boolean {
    return this.wanted.get(document) === document.revision;
  }

  onWanted(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** The command `gouji.check {uri}`: checks the present text of a document, whatever its size. */
  readonly check = async (_connection: unknown, _views: unknown, argument: unknown): Promise<null> => {
    const uri = (argument as { uri?: unknown } | null)?.uri;
    const document = typeof uri === 'string' ? this.documents.get(uri) : undefined;
    if (!document) throw new ResponseError(ErrorCodes.InvalidParams, 'Expected {uri} of an open document.');
    this.want(document);
    return null;
  };

  private want(document: OpenDocument): void {
    this.wanted.set(document, document.revision);
    for (const listener of this.listeners) listener();
  }

  private notice(document: OpenDocument): void {
    if (this.noticed.has(document.uri) || !document.isLarge) return;
    this.noticed.add(document.uri);
    const megabytes = maximumLiveBytes / 1024 / 1024;
    const message = localized(
      `文件超过 ${megabytes} MB，不作实时检查。`,
      `The file is larger than ${megabytes} MB and is not checked while you type.`,
    );
    const action = { title: inLocale(localized('现在检查', 'Check now'), this.locale()) };
    this.connection.window.showInformationMessage(inLocale(message, this.locale()), action).then(
      (chosen) => {
        if (chosen && this.documents.get(document.uri) === document) this.want(document);
      },
      () => undefined,
    );
  }
}
