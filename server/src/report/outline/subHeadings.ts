import { forms } from '../../form/form';
import { fold } from '../../text/fold';
import type { Line } from '../../text/lines';
import type { FoundHeading } from './headings';
import { anchorOf } from './regions';

/**
 * The headings without the sub-headings and captions that have a section's title too: a title without numeral before the
 * section's own heading or right behind it, and one that is counted among the points of 一 without its table below.
 */
export function withoutSubHeadings(text: string, lines: readonly Line[], found: readonly FoundHeading[]): FoundHeading[] {
  const lastOwn = new Map(found.flatMap((heading, i) => (hasOwnNumber(heading) ? [[heading.section, i] as const] : [])));
  const kept: FoundHeading[] = [];
  let begun: FoundHeading | undefined;
  let at = 0;
  for (const [i, heading] of found.entries()) {
    if (hasNumeral(heading)) begun = heading;
    else {
      const before = kept.at(-1);
      if ((lastOwn.get(heading.section) ?? -1) > i) continue;
      if (before?.section === heading.section && hasOwnNumber(before)) continue;
      if (begun?.section === 'overview' && isCountedOtherwise(heading)) {
        while (at < lines.length && lines[at]!.start < heading.heading.span.end) at++;
        if (!hasTable(text, lines, at, found[i + 1], heading.section)) continue;
      }
    }
    kept.push(heading);
  }
  return kept;
}

/** Whether a heading is numbered as the sections are, with 一, 二 and so on. */
export function hasNumeral({ heading }: FoundHeading): boolean {
  return heading.number !== null && !/\d/.test(fold(heading.number.text));
}

function hasOwnNumber(found: FoundHeading): boolean {
  return hasNumeral(found) && fold(found.heading.number!.text).includes(formOf(found).number);
}

function formOf({ section }: FoundHeading) {
  return forms['2021'].sections.find((one) => one.id === section)!;
}

/** Whether its number is a digit other than the section's place. */
function isCountedOtherwise(found: FoundHeading): boolean {
  const digit = digitOf(found);
  return digit !== undefined && digit !== forms['2021'].sections.indexOf(formOf(found)) + 1;
}

/** The digit that a heading is counted with. */
export function digitOf({ heading }: FoundHeading): number | undefined {
  const digit = /\d/.exec(fold(heading.number?.text ?? ''))?.[0];
  return digit === undefined ? undefined : Number(digit);
}

/** Whether a section's table stands in the lines from one on, before the next heading. */
function hasTable(
  text: string,
  lines: readonly Line[],
  from: number,
  next: FoundHeading | undefined,
  section: FoundHeading['section'],
): boolean {
  const end = next?.heading.span.start ?? text.length;
  for (let i = from; i < lines.length && lines[i]!.start < end; i++) if (anchorOf(text, lines[i]!) === section) return true;
  return false;
}
