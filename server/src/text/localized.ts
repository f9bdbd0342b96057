export type Locale = 'zh-cn' | 'en';

/** One message in the two languages of the interface; the language is chosen where the message is shown. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

export function localized(zh: string, en: string): Localized {
  return { zh, en };
}

export function inLocale(message: Localized, locale: Locale): string {
  return locale === 'en' ? message.en : message.zh;
}

/** A number with its noun, in English: 1 error, 2 errors. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
