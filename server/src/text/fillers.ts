/** Stands for each character that a converter wrote: white space of a width that nobody types. */
export const tagFiller = '\u2005';

/** Stands for a mark inside a word: it sets nothing apart and is as little seen as a space without width. */
export const markFiller = '\u200c';

/** Stands for a mark that belongs to the character behind it: a backslash, the start of a character by number. */
export const escapeFiller = '\u200d';

const fillers = new RegExp(`[${tagFiller}${markFiller}${escapeFiller}]+`, 'g');

/** Whether what was read of a text lacks characters that the text has. */
export function lacksMarks(read: string): boolean {
  return read.search(fillers) >= 0;
}

/** What was read without what stands for marks. */
export function withoutFillers(read: string): string {
  return read.replace(fillers, '');
}
