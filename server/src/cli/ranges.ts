import { lineStarts } from '../text/lines';
import type { Span } from '../text/span';

/** A position as in the language server protocol: line and UTF-16 character, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export type RangeOf = (span: Span) => Range;

/** Turns spans of a text into ranges; `base` is added to every span first. Lines are looked for when the first range is asked for. */
export function rangesIn(text: string): (base: number) => RangeOf {
  let starts: readonly number[] | undefined;
  const positionAt = (offset: number): Position => {
    starts ??= lineStarts(text);
    const line = lastAtOrBefore(starts, offset);
    return { line, character: offset - starts[line]! };
  };
  return (base) => (span) => ({ start: positionAt(base + span.start), end: positionAt(base + span.end) });
}

function lastAtOrBefore(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
