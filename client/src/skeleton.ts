/** Lines of a text, both ends included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The text with every letter and digit outside the kept lines replaced, so that only its shape is left. */
export function skeletonOf(text: string, kept: readonly Lines[]): string {
  const isKept = (line: number) => kept.some(({ from, to }) => from <= line && line <= to);
  return text
    .split('\n')
    .map((line, number) => (isKept(number) ? line : line.replace(/\p{L}/gu, '○').replace(/\p{N}/gu, '0')))
    .join('\n');
}
