import type { FeatureSettings, InlayHintMode } from '../features/view';
import { ruleSeverities, type RuleSeverities, type RuleSeverity } from '../rules/rule';
import { localized, type Localized } from '../text/localized';

export type LocaleSetting = 'auto' | 'zh-cn' | 'en';

/** The settings `gouji.*` of one resource. */
export interface Settings extends FeatureSettings {
  readonly locale: LocaleSetting;
  readonly rules: RuleSeverities;
  /** Whether closed reports of the workspace are checked too, where the client asks for the workspace. */
  readonly checkWorkspace: boolean;
}

export const defaultSettings: Settings = {
  locale: 'auto',
  rules: {},
  inlayHints: 'wrong',
  codeLens: true,
  checkWorkspace: true,
};

/**
 * Reads what a client answered for section `gouji`. Nothing, null and an empty object mean the defaults, and so does each
 * value of the wrong type, which is also reported.
 */
export function readSettings(value: unknown): { settings: Settings; problems: readonly Localized[] } {
  const problems: Localized[] = [];
  const wrong = (name: string, expected: string) =>
    problems.push(
      localized(
        `设置 gouji.${name} 的值不对（应为 ${expected}），已按默认值处理。`,
        `The setting gouji.${name} has a wrong value (expected ${expected}); the default is used.`,
      ),
    );
  if (value === undefined || value === null) return { settings: defaultSettings, problems };
  if (!isRecord(value)) {
    problems.push(
      localized('设置 gouji 应为一组设置，已按默认值处理。', 'The setting gouji should be an object; the defaults are used.'),
    );
    return { settings: defaultSettings, problems };
  }
  const choice = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const given = valueAt(value, name);
    if (given === undefined || given === null) return fallback;
    const found = allowed.find((item) => item === given);
    if (found === undefined) wrong(name, allowed.join(' | '));
    return found ?? fallback;
  };
  const flag = (name: string, fallback: boolean): boolean => {
    const given = valueAt(value, name);
    if (given === undefined || given === null) return fallback;
    if (typeof given !== 'boolean') wrong(name, 'true | false');
    return typeof given === 'boolean' ? given : fallback;
  };
  const settings: Settings = {
    locale: choice<LocaleSetting>('locale', ['auto', 'zh-cn', 'en'], defaultSettings.locale),
    rules: readRules(valueAt(value, 'rules'), wrong),
    inlayHints: choice<InlayHintMode>('inlayHints', ['off', 'wrong', 'all'], defaultSettings.inlayHints),
    codeLens: flag('codeLens', defaultSettings.codeLens),
    checkWorkspace: flag('checkWorkspace', defaultSettings.checkWorkspace),
  };
  return { settings, problems };
}

function readRules(value: unknown, wrong: (name: string, expected: string) => void): Settings['rules'] {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    wrong('rules', '{ "rule-id": "off | hint | warning | error" }');
    return {};
  }
  const rules: Record<string, RuleSeverity> = {};
  for (const [id, severity] of Object.entries(value)) {
    const known = ruleSeverities.find((s) => s === severity);
    if (known) rules[id] = known;
    else if (severity !== null) wrong(`rules.${id}`, ruleSeverities.join(' | '));
  }
  return rules;
}

/** Some clients send nested objects for dotted names, some the dotted names themselves. */
function valueAt(settings: Record<string, unknown>, name: string): unknown {
  return settings[name] ?? settings[`gouji.${name}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
