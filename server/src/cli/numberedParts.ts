import type { ReportPart } from '../service';

/** A report in its file; `number` counts from 1 and is undefined where the file holds one report only. */
export interface NumberedPart extends ReportPart {
  readonly number: number | undefined;
}

/** Numbers reports as they come. Each is held back until it is known whether another follows: one alone has no number. */
export function* numberedParts(parts: Iterable<ReportPart>): Generator<NumberedPart> {
  let held: ReportPart | undefined;
  let number = 0;
  for (const part of parts) {
    if (held) yield { ...held, number: ++number };
    held = part;
  }
  if (held) yield { ...held, number: number === 0 ? undefined : number + 1 };
}

/** The same parts to go through once, or undefined where there is none. */
export function unlessEmpty(parts: Iterator<NumberedPart>): Iterable<NumberedPart> | undefined {
  let first: IteratorResult<NumberedPart> | undefined = parts.next();
  if (first.done) return undefined;
  const next = () => {
    const result = first ?? parts.next();
    first = undefined;
    return result;
  };
  return { [Symbol.iterator]: () => ({ next }) };
}
