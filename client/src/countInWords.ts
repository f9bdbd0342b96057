import { localize } from './localize';

/** How many errors, in words: languages differ in what follows a number, and English in what follows one. */
export function errorsInWords(count: number): string {
  return count === 1 ? localize('1 error') : localize('{count} errors', { count });
}

export function notesInWords(count: number): string {
  return count === 1 ? localize('1 note') : localize('{count} notes', { count });
}

/** What stands under the number of reports. */
export function reportsWord(count: number): string {
  return count === 1 ? localize('report') : localize('reports');
}
