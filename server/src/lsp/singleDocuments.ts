import type { RuleContext } from '../rules/rule';
import type { Surroundings } from './views';

/** Surroundings that know nothing beyond the document itself: its name, which may name the organ and the year. */
export function singleDocuments(): Surroundings {
  const contexts = new Map<string, RuleContext>();
  return {
    revision: 0,
    contextOf(uri) {
      let context = contexts.get(uri);
      if (!context) contexts.set(uri, (context = { fileName: fileNameOf(uri) }));
      return context;
    },
    severitiesOf: (_uri, settings) => settings.rules,
    locate: () => undefined,
  };
}

export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
