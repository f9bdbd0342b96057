import type { Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ViewPart } from '../../features/view';
import type { KnownReport } from '../../features/workspaceSymbols';
import { looksLikeReport } from '../../report/detectReport';
import type { OtherReport, RuleContext } from '../../rules/rule';
import { isSameContext } from '../../rules/running/sameContext';
import { eachPart, type CheckSettings, type ReportDocument, type ReportPart } from '../../service';
import { shiftSpan, type Span } from '../../text/span';
import { acceptedFor } from '../../workspace/filterAccepted';
import { withoutAccepted } from '../../workspace/withoutAccepted';
import { WorkspaceIndex } from '../../workspace/workspaceIndex';
import type { ClientProfile } from '../clientProfile';
import type { OpenDocuments } from '../documents';
import type { HostFiles } from '../host';
import { positionsOf } from '../positions';
import type { Attention, Rest } from '../rests';
import type { Settings } from '../settings';
import type { WorkspaceKnowledge } from '../views';
import { canonicalUri, folderOf } from './addresses';
import { WorkspaceSideFiles } from './sideFiles';

/** File names that may hold a report; whether one does is told by its content. */
const candidateName = /\.(?:txt|md|zfnb)$/i;

/** Files beyond which a folder is not listed further: it is hardly a folder of reports. */
const maximumFiles = 20_000;

/** The reports of the workspace, open or closed, and what each is to the others. */
export class ReportWorkspace implements WorkspaceKnowledge {
  private readonly index = new WorkspaceIndex();
  private readonly closed = new Map<string, ReportDocument>();
  /** The latest reading of each file that is under way. */
  private readonly loading = new Map<string, symbol>();
  private readonly contexts = new Map<string, RuleContext[]>();
  /** Contexts that may have changed; one that did not is handed out again, so that nothing is checked twice. */
  private readonly formerContexts = new Map<string, RuleContext[]>();
  private readonly severities = new Map<string, { from: Settings['rules']; is: CheckSettings['severities'] }>();
  private readonly stamps = new Map<string, number>();
  private readonly listeners: (() => void)[] = [];
  /** Files that the settings exclude, which were not read. */
  private readonly passedOver = new Set<string>();
  private folders: readonly string[];
  private changes = 0;
  private scanned = false;

  constructor(
    private readonly documents: OpenDocuments,
    private readonly client: ClientProfile,
    private readonly files: HostFiles | undefined,
    readonly sideFiles: WorkspaceSideFiles,
    private readonly attention: Attention,
  ) {
    this.folders = client.folders.map(canonicalUri);
  }

  get revision(): number {
    return this.changes;
  }

  /** Whether the folders have been read through once: before that, "no such report" means nothing. */
  get isComplete(): boolean {
    return this.scanned || !this.files;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Reads the reports and side files of the folders, letting other work through between two reports. */
  async scan(folders: readonly string[]): Promise<{ read: number; skipped: readonly string[] }> {
    const skipped: string[] = [];
    const rest = this.attention.longRests();
    let read = 0;
    for (const folder of folders) {
      const accepts = (name: string) => candidateName.test(name) || WorkspaceSideFiles.isSideFile(`/${name}`);
      for await (const file of this.files?.list(folder, accepts) ?? []) {
        if (read >= maximumFiles) break;
        await rest();
        if ((await this.load(canonicalUri(file), rest)) === 'tooLarge') skipped.push(file);
        read++;
      }
    }
    this.scanned = true;
    if (read > 0) this.announce();
    return { read, skipped };
  }

  /** Takes in a file that was found, changed or removed on disk. */
  async load(uri: string, rest: Rest = this.attention.longRests()): Promise<'done' | 'tooLarge'> {
    if (WorkspaceSideFiles.isSideFile(uri)) {
      await this.sideFiles.load(uri);
      await this.sideFilesChanged();
      return 'done';
    }
    const ticket = Symbol(uri);
    this.loading.set(uri, ticket);
    this.passedOver.delete(uri);
    const isExcluded = this.isExcluded(uri);
    if (isExcluded) this.passedOver.add(uri);
    const found = isExcluded ? undefined : await this.files?.read(uri);
    const parts: ReportPart[] = [];
    if (found?.kind === 'text' && looksLikeReport(found.text)) {
      for (const part of eachPart(found.text)) {
        parts.push(part);
        await rest();
      }
    }
    // The file changed again meanwhile: what was read here is out of date.
    if (this.loading.get(uri) !== ticket) return 'done';
    this.loading.delete(uri);
    if (found?.kind === 'text' && parts.length > 0) this.closed.set(uri, { text: found.text, parts });
    else this.closed.delete(uri);
    if (!this.openDocument(uri)) this.setParts(uri, this.closed.get(uri)?.parts);
    return found?.kind === 'tooLarge' ? 'tooLarge' : 'done';
  }

  /** The known files that have an address, or lie below it. */
  knownAt(address: string): string[] {
    const known = new Set([...this.closed.keys(), ...this.loading.keys(), ...this.passedOver, ...this.sideFiles.addresses()]);
    return [...known].filter((uri) => isAtOrBelow(uri, address));
  }

  /** Takes in the present text of an open document, or the file again once it is closed; true when what reports are held against changed. */
  update(uri: string): boolean {
    const key = canonicalUri(uri);
    const open = this.openDocument(key);
    const now = !this.isCompared(key) ? undefined : open ? (open.isLarge ? undefined : open.read()) : this.closed.get(key);
    const before = this.index.entriesOf(key);
    const isSame =
      before.length === (now?.parts.length ?? 0) && before.every((e, i) => e.report.text === now!.parts[i]!.report.text);
    return isSame ? false : this.setParts(key, now?.parts);
  }

  /** Takes a further folder into the workspace; its files are read by `scan`. */
  addFolder(folder: string): void {
    this.folders = [...this.folders.filter((one) => one !== folder), folder];
  }

  /** Forgets the closed reports of a folder that left the workspace. */
  removeFolder(folder: string): void {
    this.folders = this.folders.filter((one) => one !== folder);
    for (const uri of [...this.closed.keys()].filter((key) => isAtOrBelow(key, folder.replace(/\/$/, '')))) {
      this.closed.delete(uri);
      if (!this.openDocument(uri)) this.setParts(uri, undefined);
    }
    this.announce();
  }

  /** Looks at every file again: the settings may exclude others now. */
  async sideFilesChanged(): Promise<void> {
    this.index.setSettings(this.sideFiles.organs());
    for (const uri of [...this.contexts.keys()]) this.forgetContext(uri);
    this.severities.clear();
    for (const uri of [...this.closed.keys()]) {
      if (this.isExcluded(uri)) {
        this.closed.delete(uri);
        this.passedOver.add(uri);
        this.update(uri);
      } else this.touch(uri);
    }
    for (const { uri } of this.documents.all()) this.update(uri);
    this.announce();
    const wanted = [...this.passedOver].filter((uri) => !this.isExcluded(uri));
    for (const uri of wanted) await this.load(uri);
    if (wanted.length > 0) this.announce();
  }

  /** Tells everyone who shows results that some may have changed; called once for many changes. */
  announce(): void {
    this.changes++;
    for (const listener of this.listeners) listener();
  }

  /** The closed reports that are to be checked, each with a name for its present state. */
  closedReports(): { readonly uri: string; readonly document: ReportDocument; readonly stamp: string }[] {
    const reports = [...this.closed].filter(([uri]) => !this.openDocument(uri) && !this.isExcluded(uri));
    return reports.map(([uri, document]) => ({ uri, document, stamp: String(this.stamps.get(uri) ?? 0) }));
  }

  /** Every report of the workspace, the open ones in their present text. */
  *known(): Iterable<KnownReport> {
    for (const { file, start, report } of this.index.entries()) {
      const locate = (span: Span) => this.locate({ file, start, report }, span) ?? { uri: file, range: nowhere };
      yield { report, locate };
    }
  }

  contextOf(uri: string, part: number): RuleContext {
    const key = canonicalUri(uri);
    let contexts = this.contexts.get(key);
    if (!contexts) this.contexts.set(key, (contexts = []));
    return (contexts[part] ??= this.makeContext(key, part));
  }

  severitiesOf(uri: string, settings: Settings): CheckSettings['severities'] {
    const known = this.severities.get(uri);
    if (known?.from === settings.rules) return known.is;
    const found = this.sideFiles.scopeOf(canonicalUri(uri));
    const is = found ? { ...settings.rules, ...found.scope.severitiesFor(found.path) } : settings.rules;
    this.severities.set(uri, { from: settings.rules, is });
    return is;
  }

  withoutAccepted(uri: string, parts: readonly ViewPart[]): readonly ViewPart[] {
    const list = this.sideFiles.acceptedOf(canonicalUri(uri));
    const entries = list ? acceptedFor(list.entries, list.path) : [];
    if (entries.length === 0) return parts;
    return parts.map((part, i) => ({ ...part, ...withoutAccepted(part, part.report.text, i, entries) }));
  }

  isExcluded(uri: string): boolean {
    const found = this.sideFiles.scopeOf(canonicalUri(uri));
    return found?.scope.isExcluded(found.path) ?? false;
  }

  /** Whether a report is held against others: excluded drafts are not, nor the former versions that editors show beside a file. */
  private isCompared(key: string): boolean {
    const isOf = (scheme: string) => key.startsWith(`${scheme}:`);
    return (
      (isOf('file') || isOf('untitled') || this.folders.some((folder) => isOf(folder.split(':', 1)[0]!))) && !this.isExcluded(key)
    );
  }

  locate(other: OtherReport, span: Span): Location | undefined {
    const key = canonicalUri(other.file);
    const open = this.openDocument(key);
    const closed = this.closed.get(key);
    if (!open && !closed) return undefined;
    const document = open?.document ?? TextDocument.create(key, '', 0, closed!.text);
    return { uri: open?.uri ?? key, range: positionsOf(document, this.client.encoding).range(shiftSpan(span, other.start)) };
  }

  /** The folder a new list of accepted findings belongs in: that of the workspace, else the report's own. */
  folderFor(uri: string): string {
    const key = canonicalUri(uri);
    const folders = this.folders.map((folder) => folder.replace(/\/$/, ''));
    return folders.find((folder) => key.startsWith(`${folder}/`)) ?? folderOf(key);
  }

  private openDocument(key: string) {
    return this.documents.get(key) ?? this.documents.all().find((document) => canonicalUri(document.uri) === key);
  }

  private setParts(uri: string, parts: readonly ReportPart[] | undefined): boolean {
    const affected = parts && parts.length > 0 ? this.index.setFile(uri, parts) : this.index.removeFile(uri);
    const before = this.contexts.get(uri) ?? [];
    for (const file of [uri, ...affected]) {
      this.forgetContext(file);
      this.touch(file);
    }
    return [...affected].some((file) => file !== uri) || before.some((context, part) => this.contextOf(uri, part) !== context);
  }

  private makeContext(key: string, part: number): RuleContext {
    const fresh = this.index.contextFor(key, part);
    const former = this.formerContexts.get(key)?.[part];
    return former && isSameContext(former, fresh) ? former : fresh;
  }

  private forgetContext(uri: string): void {
    const contexts = this.contexts.get(uri);
    if (contexts) this.formerContexts.set(uri, contexts);
    this.contexts.delete(uri);
  }

  private touch(uri: string): void {
    this.stamps.set(uri, (this.stamps.get(uri) ?? 0) + 1);
  }
}

function isAtOrBelow(uri: string, address: string): boolean {
  return uri === address || uri.startsWith(`${address}/`);
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
