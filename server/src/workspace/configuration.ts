import { rules } from '../rules/index';
import { ruleSeverities, type RuleSeverities, type RuleSeverity } from '../rules/rule';
import { localized } from '../text/localized';
import type { GovernmentSettings, OrganSettings } from './governments';
import { ProblemList, type FileProblem } from './jsonProblems';
import { readJson, type JsonMember, type JsonNode } from './jsonText';
import { parseOrganName } from './organName';

/** The name of the file that holds the settings of a folder and everything below it. */
export const configurationFileName = 'gouji.config.json';

export interface Configuration {
  /** Severity per rule id, for every report. */
  readonly rules: RuleSeverities;
  /** Severities for some files only; a later entry wins over an earlier one. */
  readonly overrides: readonly Override[];
  readonly governments: readonly GovernmentSettings[];
  readonly organs: readonly OrganSettings[];
  /** Files and folders that are not reports or are not to be checked, as globs relative to the configuration's folder. */
  readonly exclude: readonly string[];
}

export interface Override {
  readonly files: readonly string[];
  readonly rules: RuleSeverities;
}

export const defaultConfiguration: Configuration = { rules: {}, overrides: [], governments: [], organs: [], exclude: [] };

/** Reads a configuration. Whatever is wrong is reported with its place and left out; the rest is used. */
export function parseConfiguration(
  text: string,
  file = configurationFileName,
): { readonly configuration: Configuration; readonly problems: readonly FileProblem[] } {
  const problems = new ProblemList(file, text);
  const read = readJson(text);
  if ('error' in read) {
    problems.syntax(read.error);
    return { configuration: defaultConfiguration, problems: problems.problems };
  }
  return { configuration: new ConfigurationReader(problems).read(read.root), problems: problems.problems };
}

class ConfigurationReader {
  constructor(private readonly problems: ProblemList) {}

  read(root: JsonNode): Configuration {
    let result = defaultConfiguration;
    this.members(root, '', {
      $schema: () => {},
      rules: (node) => (result = { ...result, rules: this.rules(node, 'rules') }),
      overrides: (node) => (result = { ...result, overrides: this.list(node, 'overrides', (n, path) => this.override(n, path)) }),
      governments: (node) =>
        (result = { ...result, governments: this.list(node, 'governments', (n, path) => this.government(n, path)) }),
      organs: (node) => (result = { ...result, organs: this.list(node, 'organs', (n, path) => this.organ(n, path)) }),
      exclude: (node) => (result = { ...result, exclude: this.texts(node, 'exclude') }),
    });
    return result;
  }

  private rules(node: JsonNode, path: string): RuleSeverities {
    const found: Record<string, RuleSeverity> = {};
    for (const { key, keySpan, value } of this.object(node, path)) {
      const severity = ruleSeverities.find((name) => value.kind === 'string' && value.value === name);
      if (!rules.some((rule) => rule.id === key)) {
        const ids = rules.map((rule) => rule.id);
        this.problems.unknownName(keySpan, key, localized('规则', 'rule'), ids);
      } else if (severity) found[key] = severity;
      else
        this.problems.wrongType(value, `${path}.${key}`, localized(quoted(ruleSeverities, '、'), quoted(ruleSeverities, ' | ')));
    }
    return found;
  }

  private override(node: JsonNode, path: string): Override | null {
    let files: readonly string[] = [];
    let severities: RuleSeverities = {};
    this.members(node, path, {
      files: (value) => (files = value.kind === 'string' ? [value.value] : this.texts(value, `${path}.files`)),
      rules: (value) => (severities = this.rules(value, `${path}.rules`)),
    });
    if (files.length > 0) return { files, rules: severities };
    this.missing(node, path, 'files');
    return null;
  }

  private government(node: JsonNode, path: string): GovernmentSettings | null {
    let name: string | null = null;
    let organs: readonly string[] | undefined;
    let complete = false;
    this.members(node, path, {
      name: (value) => (name = this.organName(value, `${path}.name`)),
      organs: (value) => (organs = this.organNames(value, `${path}.organs`)),
      complete: (value) => {
        if (value.kind === 'boolean') complete = value.value;
        else this.problems.wrongType(value, `${path}.complete`, localized(' true 或 false', 'true or false'));
      },
    });
    if (name !== null) return { name, ...(organs && { organs }), complete };
    this.missing(node, path, 'name');
    return null;
  }

  private organ(node: JsonNode, path: string): OrganSettings | null {
    let name: string | null = null;
    let otherNames: readonly string[] = [];
    this.members(node, path, {
      name: (value) => (name = this.organName(value, `${path}.name`)),
      otherNames: (value) => (otherNames = this.organNames(value, `${path}.otherNames`)),
    });
    if (name !== null) return { name, otherNames };
    this.missing(node, path, 'name');
    return null;
  }

  /** Names of organs; one that cannot be understood is reported here instead of silently never matching. */
  private organNames(node: JsonNode, path: string): string[] {
    return this.list(node, path, (item, itemPath) => this.organName(item, itemPath));
  }

  private organName(node: JsonNode, path: string): string | null {
    const name = this.string(node, path);
    if (name === null || parseOrganName(name)) return name;
    this.problems.ignored(
      node.span,
      localized(
        `“${name}”不像机关名称，请写全称，如“青岚县财政局”`,
        `“${name}” is no organ’s name; write it in full, e.g. 青岚县财政局`,
      ),
    );
    return null;
  }

  private texts(node: JsonNode, path: string): string[] {
    return this.list(node, path, (item, itemPath) => this.string(item, itemPath));
  }

  private string(node: JsonNode, path: string): string | null {
    if (node.kind === 'string' && node.value.trim() !== '') return node.value;
    this.problems.wrongType(node, path, localized('非空的文字', 'a string that is not empty'));
    return null;
  }

  private list<T>(node: JsonNode, path: string, read: (item: JsonNode, path: string) => T | null): T[] {
    if (node.kind !== 'array') {
      this.problems.wrongType(node, path, localized('列表 [ … ]', 'a list [ … ]'));
      return [];
    }
    return node.items.flatMap((item, i) => {
      const value = read(item, `${path}[${i}]`);
      return value === null ? [] : [value];
    });
  }

  private object(node: JsonNode, path: string): readonly JsonMember[] {
    if (node.kind === 'object') return node.members;
    this.problems.wrongType(node, path === '' ? 'gouji.config.json' : path, localized('对象 { … }', 'an object { … }'));
    return [];
  }

  private members(node: JsonNode, path: string, known: Readonly<Record<string, (value: JsonNode) => void>>): void {
    for (const { key, keySpan, value } of this.object(node, path)) {
      if (Object.hasOwn(known, key)) known[key]!(value);
      else this.problems.unknownName(keySpan, key, localized('设置', 'setting'), Object.keys(known));
    }
  }

  private missing(node: JsonNode, path: string, name: string): void {
    if (node.kind !== 'object') return;
    this.problems.ignored(node.span, localized(`“${path}”缺少“${name}”`, `“${path}” lacks “${name}”`));
  }
}

function quoted(names: readonly string[], separator: string): string {
  return names.map((name) => `"${name}"`).join(separator);
}
