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
