import { applyEdits } from '../../fixes/applyEdits';
import { compatibleFixes } from '../../fixes/compatibleFixes';
import type { Fix, FixKind } from '../../rules/rule';
import { readDocument, type Diagnosis, type ReportDocument, type ReportPart } from '../../service';
import { shiftSpan } from '../../text/span';
import { rangesIn } from '../ranges';
import type { AppliedFix } from '../reporters/reporter';
import type { InputText } from './readInput';
import { spliceBytes } from './spliceBytes';

export interface FixedInput {
  readonly input: InputText;
  readonly parts: readonly ReportPart[];
  readonly diagnoses: readonly Diagnosis[];
  readonly applied: readonly AppliedFix[];
  /** False where a fix could not be made without touching other bytes: it was left out. */
  readonly faithful: boolean;
}

/**
 * Makes every fix that may be made unasked, reads the text again and goes on until none is left: what one fix brings to
 * light the next round fixes, and a second run finds nothing to do. Unsafe fixes wait until no safe one is left.
 */
export function fixInput(
  original: InputText,
  unsafeToo: boolean,
  check: (part: ReportPart, index: number) => Diagnosis,
): FixedInput {
  let input = original;
  let document = readDocument(input.text);
  let diagnoses = document.parts.map(check);
  const applied: AppliedFix[] = [];
  const seen = new Set<string>();
  for (let round = 0; round < mostRounds && !seen.has(input.text); round++) {
    seen.add(input.text);
    const fixes = fixesOf(document, diagnoses, 'safe');
    const chosen = fixes.length > 0 || !unsafeToo ? fixes : fixesOf(document, diagnoses, 'unsafe');
    if (chosen.length === 0) break;
    const edits = chosen.flatMap((fix) => fix.edits);
    const bytes = spliceBytes(input.bytes, input, edits);
    if (!bytes) return { input, parts: document.parts, diagnoses, applied, faithful: false };
    const rangeOf = rangesIn(input.text)(0);
    for (const fix of chosen) applied.push({ title: fix.title, ...rangeOf(fix.edits[0]!.span).start });
    input = { ...input, bytes, text: applyEdits(input.text, edits) };
    document = readDocument(input.text, document);
    diagnoses = document.parts.map(check);
  }
  return { input, parts: document.parts, diagnoses, applied, faithful: true };
}

/** A fix may bring another to light a few times at most; beyond that two fixes undo each other. */
const mostRounds = 20;

/** The fixes of one kind that can be made together, with offsets in the whole text. What a person is shown comes first. */
function fixesOf(document: ReportDocument, diagnoses: readonly Diagnosis[], kind: FixKind): Fix[] {
  return document.parts.flatMap(({ start }, index) => {
    const { shown, findings } = diagnoses[index]!;
    const fixes = [...shown, ...findings].flatMap((finding) => finding.fixes.filter((fix) => fix.kind === kind));
    return compatibleFixes(fixes).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, start) })),
    }));
  });
}
