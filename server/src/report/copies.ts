/** Texts met lately, as many as this; copies are common where reports are collected or joined. */
const textsKept = 16;

/** UTF-16 units; a longer text is not worth the room. */
const longestKept = 100_000;

/** What was read from texts that came more than once lately. Most texts come only once: nothing is kept before one comes again. */
export class Copies<T> {
  private readonly kept = new Map<string, T | undefined>();

  /** What was read from the very same text, by `read` where it comes for the second time; undefined for a text that is new. */
  of(text: string, read: () => T): T | undefined {
    if (text.length > longestKept) return undefined;
    if (this.kept.has(text)) {
      const known = this.kept.get(text) ?? read();
      this.kept.set(text, known);
      return known;
    }
    if (this.kept.size >= textsKept) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(text, undefined);
    return undefined;
  }
}
