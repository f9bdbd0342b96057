import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { RuleSeverities } from '../../rules/rule';
import type { Localized } from '../../text/localized';
import { acceptedFileName, parseAccepted, type AcceptedEntry } from '../../workspace/accepted';
import { configurationFileName, parseConfiguration, type Configuration } from '../../workspace/configuration';
import { configurationScope, type ConfigurationScope } from '../../workspace/configurationScope';
import { acceptedFor } from '../../workspace/filterAccepted';
import type { FileProblem } from '../../workspace/jsonProblems';

/** What is wrong in a settings file: `error` where none of it is used. */
export interface SideFileProblem {
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly message: Localized;
}

interface Settings {
  readonly configuration: Configuration;
  readonly scope: ConfigurationScope;
}

/** The settings files and the lists of accepted findings: for each report the nearest ones at or above its folder count. */
export class SideFiles {
  private readonly settings = new Map<string, Settings | undefined>();
  private readonly accepted = new Map<string, readonly AcceptedEntry[] | undefined>();

  /** `given` is a settings file named on the command line, which counts for every report instead of the ones found. */
  constructor(
    private readonly given: string | undefined,
    private readonly tell: (problem: SideFileProblem) => void,
  ) {
    if (given !== undefined) this.settings.set(dirname(resolve(given)), this.readSettings(resolve(given)));
  }

  severitiesFor(path: string): RuleSeverities {
    return this.settingsOf(path)?.use((settings, below) => settings.scope.severitiesFor(below)) ?? {};
  }

  isExcluded(path: string): boolean {
    return this.settingsOf(path)?.use((settings, below) => settings.scope.isExcluded(below)) ?? false;
  }

  acceptedFor(path: string): readonly AcceptedEntry[] {
    const found = nearest(path, this.accepted, (folder) => this.readAccepted(join(folder, acceptedFileName)));
    return found?.use((entries, below) => acceptedFor(entries, below)) ?? [];
  }

  /** What all settings files met so far say about organs: links between reports cross folders. */
  organs(): Pick<Configuration, 'governments' | 'organs'> {
    const all = [...this.settings.values()].flatMap((settings) => settings?.configuration ?? []);
    return { governments: all.flatMap((c) => c.governments), organs: all.flatMap((c) => c.organs) };
  }

  private settingsOf(path: string): Found<Settings> | undefined {
    if (this.given === undefined) {
      return nearest(path, this.settings, (folder) => this.readSettings(join(folder, configurationFileName)));
    }
    const folder = dirname(resolve(this.given));
    const settings = this.settings.get(folder);
    return settings && found(settings, folder, path);
  }

  private readSettings(path: string): Settings | undefined {
    const text = this.read(path);
    if (text === undefined) return undefined;
    const { configuration, problems } = parseConfiguration(text, path);
    this.tellAll(path, problems);
    return { configuration, scope: configurationScope(configuration) };
  }

  private readAccepted(path: string): readonly AcceptedEntry[] | undefined {
    const text = this.read(path);
    if (text === undefined) return undefined;
    const { entries, problems } = parseAccepted(text, path);
    this.tellAll(path, problems);
    return entries;
  }

  private read(path: string): string | undefined {
    return existsSync(path) ? readFileSync(path, 'utf8').replace(/^\ufeff/, '') : undefined;
  }

  private tellAll(path: string, problems: readonly FileProblem[]): void {
    for (const { severity, message } of problems) this.tell({ path, severity, message });
  }
}

interface Found<T> {
  use<R>(apply: (value: T, pathBelow: string) => R): R;
}

function found<T>(value: T, folder: string, path: string): Found<T> {
  return { use: (apply) => apply(value, relative(folder, resolve(path)).replaceAll('\\', '/')) };
}

/** The value of the nearest folder at or above a file; each folder is looked at once. */
function nearest<T>(
  path: string,
  known: Map<string, T | undefined>,
  read: (folder: string) => T | undefined,
): Found<T> | undefined {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!known.has(folder)) known.set(folder, read(folder));
    const value = known.get(folder);
    if (value !== undefined) return found(value, folder, path);
    if (dirname(folder) === folder) return undefined;
  }
}
