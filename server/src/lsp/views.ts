import { LSPErrorCodes, type CancellationToken, type Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { View, ViewPart } from '../features/view';
import type { OtherReport, RuleContext } from '../rules/rule';
import { checkReport, type CheckSettings, type ReportDocument, type ReportPart } from '../service';
import type { Span } from '../text/span';
import type { ClientProfile } from './clientProfile';
import type { ClientSettings } from './clientSettings';
import type { OpenDocument, OpenDocuments } from './documents';
import { positionsOf } from './positions';
import { shortRests, type Attention, type Rest } from './rests';
import { Interrupted, throwIfCancelled } from './runSafe';
import type { Settings } from './settings';
import { KeptWith } from '../text/remember';

/** What the workspace knows beyond one document. */
export interface WorkspaceKnowledge {
  /** Changes whenever an answer below may have changed. */
  readonly revision: number;
  /** What the rules may know besides the report itself. */
  contextOf(uri: string, part: number): RuleContext;
  severitiesOf(uri: string, settings: Settings): CheckSettings['severities'];
  /** The same parts without the findings that a person has accepted. */
  withoutAccepted(uri: string, parts: readonly ViewPart[]): readonly ViewPart[];
  locate(other: OtherReport, span: Span): Location | undefined;
}

/** Views of the open documents: read, checked, remembered until the text, the settings or what the workspace knows change. */
export class Views {
  private readonly latest = new KeptWith<OpenDocument, { readonly stamp: string; readonly view: View }>();

  constructor(
    private readonly documents: OpenDocuments,
    private readonly clientSettings: ClientSettings,
    private readonly client: ClientProfile,
    private readonly knowledge: WorkspaceKnowledge,
    private readonly attention: Attention,
    private readonly rulePage: (rule: string) => string | undefined,
  ) {}

  /** The view of an open document; undefined for one that is not open, or too large to be looked at all the time. */
  async of(uri: string, token: CancellationToken): Promise<View | undefined> {
    return this.documents.get(uri)?.isLarge ? undefined : this.evenIfLarge(uri, token);
  }

  /** The view of an open document of any size, for what was asked for expressly. */
  evenIfLarge(uri: string, token: CancellationToken): Promise<View | undefined> {
    return this.attention.serve(() => this.ofOpen(uri, token));
  }

  private async ofOpen(uri: string, token: CancellationToken): Promise<View | undefined> {
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const settings = await this.clientSettings.of(uri);
    throwIfCancelled(token);
    const stamp = this.stampOf(document);
    const known = this.latest.get(document);
    if (known?.stamp === stamp) return known.view;
    const revision = document.revision;
    const text = document.document;
    const rest = shortRests(() => {
      throwIfCancelled(token);
      if (document.revision !== revision || this.documents.get(uri) !== document) {
        throw new Interrupted(LSPErrorCodes.ContentModified);
      }
    });
    const parts = await this.check(uri, document.read().parts, settings, rest);
    const view = this.viewOf(text, text.version, parts, settings);
    this.latest.set(document, { stamp, view });
    return view;
  }

  /** The view of a file that is not open, checked under the settings of its folder. */
  async ofClosed(uri: string, document: ReportDocument, settings: Settings, rest: Rest): Promise<View> {
    const parts = await this.check(uri, document.parts, settings, rest);
    return this.viewOf(TextDocument.create(uri, '', 0, document.text), null, parts, settings);
  }

  /** Names the text, the settings and the knowledge of the workspace that an answer was made from: the same name means the same answer. */
  stampOf(document: OpenDocument): string {
    return `${document.revision}.${this.clientSettings.revision}.${this.knowledge.revision}`;
  }

  /** Checks report after report, with rests in between. */
  private async check(uri: string, parts: readonly ReportPart[], settings: Settings, rest: Rest): Promise<readonly ViewPart[]> {
    const severities = this.knowledge.severitiesOf(uri, settings);
    const result: ViewPart[] = [];
    for (const [number, part] of parts.entries()) {
      await rest();
      const context = this.knowledge.contextOf(uri, number);
      const { findings, shown, repair } = checkReport(part.report, { severities }, context);
      result.push({ start: part.start, report: part.report, findings, shown, repair, context });
    }
    return this.knowledge.withoutAccepted(uri, result);
  }

  private viewOf(text: TextDocument, version: number | null, parts: readonly ViewPart[], settings: Settings): View {
    return {
      uri: text.uri,
      version,
      text: text.getText(),
      parts,
      locale: this.clientSettings.localeOf(settings),
      positions: positionsOf(text, this.client.encoding),
      client: this.client.capabilities,
      settings,
      rulePage: this.rulePage,
      locate: (other, span) => this.knowledge.locate(other, span),
    };
  }
}
