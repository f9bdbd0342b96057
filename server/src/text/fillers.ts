/** Stands for each character that a converter wrote: white space of a width that nobody types. */
export const tagFiller = '\u2005';

/** Stands for a mark inside a word: it sets nothing apart and is as little seen as a space without width. */
export const markFiller = '\u200c';

/** Whether what was read of a text lacks characters that the text has. */
export function lacksMarks(read: string): boolean {
  return read.includes(tagFiller) || read.includes(markFiller);
}
