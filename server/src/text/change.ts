import type { Span } from './span';

/** One piece of a text that was replaced: `start` to `end` of the text before; what stands behind moved by `by`. */
export interface Change extends Span {
  readonly by: number;
}

/** The shortest piece whose replacement leads from one text to the other. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(shorter, (at, length) => before.slice(at, at + length) === after.slice(at, at + length));
  const ending = commonLength(shorter - start, (at, length) => endingOf(before, at, length) === endingOf(after, at, length));
  return { start, end: before.length - ending, by: after.length - before.length };
}

/** How long two texts agree, at most `limit`: long pieces are compared first, single characters last. */
function commonLength(limit: number, agree: (at: number, length: number) => boolean): number {
  let common = 0;
  for (let step = 4096; step >= 1; step /= 16) while (common + step <= limit && agree(common, step)) common += step;
  return common;
}

function endingOf(text: string, at: number, length: number): string {
  return text.slice(text.length - at - length, text.length - at);
}

/** A change before everything: all that stands in the text moves. */
export function wholeMove(by: number): Change {
  return { start: -1, end: 0, by };
}

/**
 * Where a span stands after the change. One that the change touches grows or shrinks with it; it may not begin or end
 * inside the piece that was replaced.
 */
export function movedSpan(span: Span, change: Change): Span {
  const { start, end } = span;
  if (end < change.end || change.by === 0) return span;
  return { start: isBehind(start, change) ? start + change.by : start, end: end + change.by };
}

/** Where a place outside the change stands after it; its end is behind it. */
export function movedOffset(at: number, change: Change): number {
  return at < change.end ? at : at + change.by;
}

/** Whether what begins there stands behind the change: what begins where something is put in holds it. */
function isBehind(at: number, change: Change): boolean {
  return at >= change.end && at > change.start;
}
