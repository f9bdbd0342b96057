import type { Edit } from '../rules/rule';

/** Edits sorted by position, without duplicates; of two that overlap the first is kept (the other applies on the next run). */
export function compatibleEdits(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    const same = last && last.span.start === edit.span.start && last.span.end === edit.span.end;
    if (!last || (!same && edit.span.start >= last.span.end)) kept.push(edit);
  }
  return kept;
}

/** The text with all edits applied; edits must not overlap (see `compatibleEdits`). */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of compatibleEdits(edits)) {
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
