import picomatch from 'picomatch';
import type { RuleSeverities } from '../rules/rule';
import type { Configuration } from './configuration';

/** A configuration applied to files. Paths are relative to the configuration's folder, with `/`. */
export interface ConfigurationScope {
  /** The severities for one file: those for all files, then every override whose globs match, in order. */
  severitiesFor(path: string): RuleSeverities;
  isExcluded(path: string): boolean;
}

/** Compiles the globs once for many files. */
export function configurationScope(configuration: Configuration): ConfigurationScope {
  const overrides = configuration.overrides.map(({ files, rules }) => ({ matches: matcher(files), rules }));
  const excluded = matcher(configuration.exclude);
  return {
    severitiesFor: (path) =>
      overrides.reduce((found, { matches, rules }) => (matches(path) ? { ...found, ...rules } : found), configuration.rules),
    isExcluded: excluded,
  };
}

/**
 * A glob without a slash is the name of a file or folder anywhere below; with one it is a path from the configuration's folder.
 * A folder means everything in it.
 */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap((glob) => {
    const trimmed = glob
      .replaceAll('\\', '/')
      .replace(/^\.?\//, '')
      .replace(/\/+$/, '')
      .normalize('NFC');
    const rooted = /^\.?\//.test(glob) || trimmed.includes('/') ? trimmed : `**/${trimmed}`;
    return [rooted, `${rooted}/**`];
  });
  if (patterns.length === 0) return () => false;
  const matches = picomatch(patterns, { dot: true });
  return (path) => matches(path.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC'));
}
