import { equalWordings, type FormLabel } from '../form/form';
import type { LabelText } from '../report/report';
import type { Fix } from '../rules/rule';
import { localized } from '../text/localized';
import { wordingChange } from './wordingEdits';

/**
 * Makes a label say what the form says: of the form's equal wordings the one that needs the fewest changes, with its ordinal
 * where the label has one. Safe where only punctuation or one character differs.
 */
export function labelFix(text: string, label: LabelText, official: FormLabel): Fix | undefined {
  const changes = equalWordings(official)
    .filter((wording) => wording === official.label || hasOrdinal(wording) === hasOrdinal(label.text))
    .map((wording) => ({ wording, ...wordingChange(text, label.span, wording) }))
    .filter((change) => change.edits.length > 0)
    .sort((a, b) => a.letters - b.letters || a.edits.length - b.edits.length);
  const best = changes[0];
  if (!best) return undefined;
  return {
    title: localized(`改为“${best.wording}”`, `Change to “${best.wording}”`),
    kind: best.letters <= 1 ? 'safe' : 'offered',
    edits: best.edits,
  };
}

function hasOrdinal(label: string): boolean {
  return /^[(（]?(?:\d|[一二三四五六七八九]\s*[、)）])/u.test(label.trim());
}
