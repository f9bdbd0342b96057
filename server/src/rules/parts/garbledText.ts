import type { Report } from '../../report/report';
import type { Span } from '../../text/span';

/**
 * Whether a stretch of text holds characters that no report has: those of broken bytes, and Latin letters and marks that bytes or glyphs
 * become when they are read by another table. What was written there cannot be told.
 */
export function isGarbled({ text }: Report, { start, end }: Span): boolean {
  const words = text.slice(start, end).replace(pronunciation, '');
  return words.includes('\ufffd') || (words.match(foreign)?.length ?? 0) >= fewestForeign || foreignLine.test(words);
}

/** Some web pages write it behind characters: `網(wǎng)`. */
const pronunciation = /[(（]\p{Script=Latin}+[)）]/gu;

const foreign =
  /[\u0080-\u009f\u00a1-\u00a5\u00a8\u00aa\u00ac\u00b4-\u00b6\u00b8\u00ba\u00bc-\u00d6\u00d8-\u00f6\u00f8-\u024f\u02c6\u2039\u203a]/g;

/** A name may have one or two. */
const fewestForeign = 3;

/** A line that has one and neither Chinese nor figures. */
const foreignLine = new RegExp(`^[^\\d\\u2e80-\\u9fff\\n]*${foreign.source}[^\\d\\u2e80-\\u9fff\\n]*$`, 'mu');
