/** UTF-16 units; longer texts rarely come again. */
const longestRemembered = 100;

/**
 * The same function, which remembers what it answered, up to `most` answers. Reports share most of their words. The document
 * that a text was cut from is not held.
 */
export function remembering<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (text.length > longestRemembered) return answer(text);
    if (answers.size >= most) answers.clear();
    const own = ownCopy(text);
    const found = answer(own);
    answers.set(own, found);
    return found;
  };
}

/** An equal text that does not hold the long text that `text` may be a piece of: engines keep pieces as references to the whole. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/**
 * What was worked out from a value, kept with the value itself: it goes when the value goes, and copies of the value are without
 * it. Unlike with a weak map, nothing is left to be found unreachable later: engines keep what a weak map holds until they
 * tidy up thoroughly, which costs more than most of what is remembered here.
 */
export class KeptWith<K extends object, V> {
  private readonly property = Symbol();

  get(value: K): V | undefined {
    return (value as { readonly [property: symbol]: V | undefined })[this.property];
  }

  set(value: K, kept: V): void {
    Object.defineProperty(value, this.property, { value: kept, writable: true, configurable: true });
  }
}
