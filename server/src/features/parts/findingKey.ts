import type { Finding } from '../../rules/rule';
import type { View, ViewPart } from '../view';

/** Names that find the same findings again in another reading of the same text, or of a text edited elsewhere. */
export function findingKeys(findings: readonly Finding[], part: number): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = [part, finding.rule, finding.table ?? '', finding.row ?? '', finding.column ?? ''].join('/');
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    return `${name}/${ordinal}`;
  });
}

export interface FoundFinding {
  readonly part: ViewPart;
  readonly finding: Finding;
  readonly key: string;
}

/** All findings that a person is shown, with their keys, in text order. */
export function shownFindings(view: View): FoundFinding[] {
  return view.parts.flatMap((part, index) => {
    const keys = findingKeys(part.shown, index);
    return part.shown.map((finding, i) => ({ part, finding, key: keys[i]! }));
  });
}

/** Undefined where the text or the settings changed so that it is not found any more. */
export function findByKey(view: View, key: string): FoundFinding | undefined {
  return shownFindings(view).find((found) => found.key === key);
}
