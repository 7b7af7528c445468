import { getLocale } from '#lib/paraglide/runtime';

/** Text in the reader's language. */
export const local = (text: Readonly<{ zh: string; en: string }>): string => text[getLocale()];

/**
 * Whether the page is in Chinese, for what only one of the languages needs: a build makes this choice for each language and leaves out the rest.
 * @param mark by which the build finds it; the call must stand before a question mark
 */
export const inChinese = (_: undefined, mark: '§'): boolean => getLocale() === 'zh' && mark === '§';

/** BCP 47 tag for lang attributes and sorting. */
export const languageTag = (): string => (getLocale() === 'zh' ? 'zh-CN' : 'en');

/** Formatters take a hundred times longer to make than to use. */
const made = new Map<string, unknown>();
function formatter<T>(make: (language: string) => T, ...kind: readonly unknown[]): T {
  // the English of the texts is British, and so are its dates and lists
  const language = getLocale() === 'zh' ? 'zh-CN' : 'en-GB';
  const key = JSON.stringify([language, ...kind]);
  const known = made.get(key) as T | undefined;
  if (known) return known;
  const fresh = make(language);
  made.set(key, fresh);
  return fresh;
}

/** A number with the reader's digit grouping. */
export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string =>
  formatter((language) => new Intl.NumberFormat(language, options), 'number', options).format(value);

/** YYYY-MM-DD as a date in the reader's language. */
export const formatDay = (day: string, style: 'long' | 'medium' = 'long'): string =>
  formatter((language) => new Intl.DateTimeFormat(language, { dateStyle: style, timeZone: 'UTC' }), 'day', style).format(new Date(`${day}T00:00:00Z`));

/** “甲、乙、丙” or “A, B and C”. */
export const formatList = (items: readonly string[]): string =>
  getLocale() === 'zh' ? items.join('、') : formatter((language) => new Intl.ListFormat(language, { type: 'conjunction' }), 'list').format(items);
