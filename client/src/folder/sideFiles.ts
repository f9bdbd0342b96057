import type { Diagnosis } from '../../../server/src/service';
import type { Finding, RuleContext, RuleSeverities } from '../../../server/src/rules/rule';
import { acceptedFileName, parseAccepted, type AcceptedEntry } from '../../../server/src/workspace/accepted';
import { configurationFileName, parseConfiguration, type Configuration } from '../../../server/src/workspace/configuration';
import { configurationScope, type ConfigurationScope } from '../../../server/src/workspace/configurationScope';
import { acceptedFor, filterAccepted } from '../../../server/src/workspace/filterAccepted';

/** A report that was checked, and what it was checked with. */
export interface ReportDiagnosis {
  readonly text: string;
  readonly diagnosis: Diagnosis;
  readonly context: RuleContext;
}

/**
 * The settings files and lists of accepted findings, by their addresses: for each report the nearest ones at or above its
 * folder count, as they do for the language server and on the command line.
 */
export class FolderSideFiles {
  private readonly scopes = new Map<string, ConfigurationScope>();
  private readonly accepted = new Map<string, readonly AcceptedEntry[]>();
  private readonly configurations: readonly Configuration[];

  constructor(files: Iterable<readonly [address: string, text: string]>) {
    const configurations: Configuration[] = [];
    for (const [address, text] of files) {
      const folder = folderOf(address);
      if (address.endsWith(`/${acceptedFileName}`)) this.accepted.set(folder, parseAccepted(text).entries);
      if (!address.endsWith(`/${configurationFileName}`)) continue;
      const { configuration } = parseConfiguration(text);
      configurations.push(configuration);
      this.scopes.set(folder, configurationScope(configuration));
    }
    this.configurations = configurations;
  }

  /** What all settings files together say about organs: links between reports cross folders. */
  organs(): Pick<Configuration, 'governments' | 'organs'> {
    return {
      governments: this.configurations.flatMap(({ governments }) => governments),
      organs: this.configurations.flatMap(({ organs }) => organs),
    };
  }

  isExcluded(file: string): boolean {
    return nearest(this.scopes, file, (scope, path) => scope.isExcluded(path)) ?? false;
  }

  severitiesFor(file: string): RuleSeverities {
    return nearest(this.scopes, file, (scope, path) => scope.severitiesFor(path)) ?? {};
  }

  /** What was found in all reports of a file, without what somebody has accepted. */
  withoutAccepted(file: string, reports: readonly ReportDiagnosis[]): readonly Diagnosis[] {
    const entries = nearest(this.accepted, file, acceptedFor) ?? [];
    const diagnoses = reports.map(({ diagnosis }) => diagnosis);
    if (entries.length === 0) return diagnoses;
    const kept = (found: (diagnosis: Diagnosis) => readonly Finding[]) =>
      filterAccepted(
        reports.map(({ text, diagnosis, context }) => ({ text, findings: found(diagnosis), context })),
        entries,
      ).kept;
    const findings = kept((diagnosis) => diagnosis.findings);
    const shown = kept((diagnosis) => diagnosis.shown);
    return diagnoses.map((diagnosis, part) => ({ ...diagnosis, findings: findings[part]!, shown: shown[part]! }));
  }
}

/** What the nearest folder at or above a file has, asked about the file's path from there. */
function nearest<Value, Answer>(
  byFolder: ReadonlyMap<string, Value>,
  file: string,
  answer: (value: Value, path: string) => Answer,
): Answer | undefined {
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) {
    const value = byFolder.get(folder);
    if (value !== undefined) return answer(value, readable(file.slice(folder.length + 1)));
  }
  return undefined;
}

function folderOf(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf('/')));
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
