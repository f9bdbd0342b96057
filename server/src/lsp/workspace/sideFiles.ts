import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { inLocale, type Locale } from '../../text/localized';
import { acceptedFileName, parseAccepted, type AcceptedEntry } from '../../workspace/accepted';
import {
  configurationFileName,
  defaultConfiguration,
  parseConfiguration,
  type Configuration,
} from '../../workspace/configuration';
import { configurationScope, type ConfigurationScope } from '../../workspace/configurationScope';
import type { FileProblem } from '../../workspace/jsonProblems';
import type { HostFiles } from '../host';
import { folderOf, pathBelow } from './addresses';

interface Scope {
  readonly folder: string;
  readonly configuration: Configuration;
  readonly scope: ConfigurationScope;
}

/** The settings files and lists of accepted findings of the folders; the nearest above a report counts. */
export class WorkspaceSideFiles {
  private readonly scopes = new Map<string, Scope>();
  private readonly accepted = new Map<string, readonly AcceptedEntry[]>();
  private readonly looked = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly files: HostFiles | undefined,
    private readonly locale: () => Locale,
  ) {}

  static isSideFile(uri: string): boolean {
    return uri.endsWith(`/${configurationFileName}`) || uri.endsWith(`/${acceptedFileName}`);
  }

  /** The side files that are there. */
  addresses(): string[] {
    const configurations = [...this.scopes.keys()].map((folder) => `${folder}/${configurationFileName}`);
    return [...configurations, ...[...this.accepted.keys()].map((folder) => `${folder}/${acceptedFileName}`)];
  }

  /** Reads a side file again, after it was found, changed or removed. */
  async load(uri: string): Promise<void> {
    const found = await this.files?.read(uri);
    const text = found?.kind === 'text' ? found.text : undefined;
    const folder = folderOf(uri);
    let problems: readonly FileProblem[] = [];
    if (uri.endsWith(configurationFileName)) {
      this.scopes.delete(folder);
      if (text !== undefined) {
        const read = parseConfiguration(text);
        problems = read.problems;
        this.scopes.set(folder, { folder, configuration: read.configuration, scope: configurationScope(read.configuration) });
      }
    } else {
      this.accepted.delete(folder);
      if (text !== undefined) {
        const read = parseAccepted(text);
        problems = read.problems;
        this.accepted.set(folder, read.entries);
      }
    }
    this.report(uri, text ?? '', problems);
  }

  /** Reads the side files of a folder and those above it, for a report that lies in no known folder; true when one was found. */
  async lookAround(folder: string): Promise<boolean> {
    const before = this.scopes.size + this.accepted.size;
    for (let at = folder; /^file:\/\/[^/]*\/./.test(at); at = folderOf(at)) {
      if (this.looked.has(at)) break;
      this.looked.add(at);
      for (const name of [configurationFileName, acceptedFileName]) {
        const uri = `${at}/${name}`;
        if ((await this.files?.read(uri))?.kind === 'text') await this.load(uri);
      }
    }
    return this.scopes.size + this.accepted.size > before;
  }

  scopeOf(uri: string): { readonly scope: ConfigurationScope; readonly path: string } | undefined {
    return nearest(this.scopes, uri, (scope, path) => ({ scope: scope.scope, path }));
  }

  acceptedOf(
    uri: string,
  ): { readonly entries: readonly AcceptedEntry[]; readonly path: string; readonly folder: string } | undefined {
    return nearest(this.accepted, uri, (entries, path, folder) => ({ entries, path, folder }));
  }

  /** What all configurations together say about organs: links between reports cross folders. */
  organs(): Pick<Configuration, 'governments' | 'organs'> {
    const all = [...this.scopes.values()].map((scope) => scope.configuration);
    return all.length === 0
      ? defaultConfiguration
      : { governments: all.flatMap((c) => c.governments), organs: all.flatMap((c) => c.organs) };
  }

  private report(uri: string, text: string, problems: readonly FileProblem[]): void {
    const document = TextDocument.create(uri, 'json', 0, text);
    const diagnostics = problems.map(
      (problem): Diagnostic => ({
        range: { start: document.positionAt(problem.span.start), end: document.positionAt(problem.span.end) },
        severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        source: 'gouji',
        message: inLocale(problem.message, this.locale()),
      }),
    );
    this.connection.sendDiagnostics({ uri, diagnostics }).catch(() => undefined);
  }
}

function nearest<T, R>(
  byFolder: ReadonlyMap<string, T>,
  uri: string,
  answer: (value: T, path: string, folder: string) => R,
): R | undefined {
  for (let folder = folderOf(uri); folder !== ''; folder = folderOf(folder)) {
    const value = byFolder.get(folder);
    const path = value === undefined ? undefined : pathBelow(folder, uri);
    if (value !== undefined && path !== undefined) return answer(value, path, folder);
  }
  return undefined;
}
