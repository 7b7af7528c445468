import { getLocale } from '../paraglide/runtime';

/** Text in the reader's language. */
export const local = (text: Readonly<{ zh: string; en: string }>): string => text[getLocale()];

/** BCP 47 tag for Intl and lang attributes. */
export const languageTag = (): string => (getLocale() === 'zh' ? 'zh-CN' : 'en');

/** A number with the reader's digit grouping. */
export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string => new Intl.NumberFormat(languageTag(), options).format(value);

/** YYYY-MM-DD as a date in the reader's language. */
export const formatDay = (day: string, style: 'long' | 'medium' = 'long'): string =>
  new Intl.DateTimeFormat(languageTag(), { dateStyle: style, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** “甲、乙、丙” or “A, B and C”. */
export const formatList = (items: readonly string[]): string =>
  getLocale() === 'zh' ? items.join('、') : new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
