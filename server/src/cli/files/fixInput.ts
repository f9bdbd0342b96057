import { applyEdits } from '../../fixes/applyEdits';
import type { Edit, Fix } from '../../rules/rule';
import { readDocument, type Diagnosis, type ReportDocument, type ReportPart } from '../../service';
import { shiftSpan } from '../../text/span';
import { rangesIn } from '../ranges';
import type { AppliedFix } from '../reporters/reporter';
import type { InputText } from './readInput';
import { spliceBytes } from './spliceBytes';

export interface FixedInput {
  readonly input: InputText;
  readonly document: ReportDocument;
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
  originalDocument: ReportDocument,
  unsafeToo: boolean,
  check: (part: ReportPart) => Diagnosis,
): FixedInput {
  let input = original;
  let document = originalDocument;
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
    if (!bytes) return { input, document, diagnoses, applied, faithful: false };
    const rangeOf = rangesIn(input.text)(0);
    for (const fix of chosen) applied.push({ title: fix.title, ...rangeOf(fix.edits[0]!.span).start });
    input = { ...input, bytes, text: applyEdits(input.text, edits) };
    document = readDocument(input.text, document);
    diagnoses = document.parts.map(check);
  }
  return { input, document, diagnoses, applied, faithful: true };
}

/** A fix may bring another to light a few times at most; beyond that two fixes undo each other. */
const mostRounds = 20;

/** The fixes of one kind that can be made together, whole: a fix that touches another one's place waits for the next round. */
function fixesOf(document: ReportDocument, diagnoses: readonly Diagnosis[], kind: 'safe' | 'unsafe'): Fix[] {
  const chosen: Fix[] = [];
  const taken: Edit[] = [];
  document.parts.forEach((part, index) => {
    const { shown, findings } = diagnoses[index]!;
    for (const finding of [...shown, ...findings]) {
      for (const fix of finding.fixes) {
        if (fix.kind !== kind || fix.edits.length === 0) continue;
        const edits = fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, part.start) }));
        if (edits.some((edit) => taken.some((other) => touches(edit, other)))) continue;
        taken.push(...edits);
        chosen.push({ ...fix, edits });
      }
    }
  });
  return chosen;
}

function touches(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
