import type { Edit, Fix } from '../rules/rule';
import { overlaps } from '../text/span';

/**
 * The fixes that can be made together, in the order given. A fix is made whole or not at all: if one of its edits meets
 * another fix, it waits for the next run. A fix whose edits are all made already is left out.
 */
export function compatibleFixes(fixes: readonly Fix[]): Fix[] {
  const kept: Fix[] = [];
  const edits: Edit[] = [];
  for (const fix of fixes) {
    const news = fix.edits.filter((edit) => !edits.some((other) => isSame(edit, other)));
    if (news.length === 0 || news.some((edit) => edits.some((other) => meets(edit, other)))) continue;
    edits.push(...news);
    kept.push(fix);
  }
  return kept;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** Two insertions at one place meet as well: their order would be a guess. */
function meets(a: Edit, b: Edit): boolean {
  return (
    overlaps(a.span, b.span) || (a.span.start === b.span.start && (a.span.end === a.span.start || b.span.end === b.span.start))
  );
}
