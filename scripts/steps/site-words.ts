import en from '../../src/i18n/messages/en/common.json';
import zh from '../../src/i18n/messages/zh/common.json';
import type { Text } from '#lib/schema/common';

type Family = 'status' | 'tier' | 'kind' | 'precision' | 'membership' | 'counting' | 'commitment';
const languages: Readonly<Record<keyof Text, Readonly<Record<string, unknown>>>> = { zh, en };

/** The messages keep two of the schema's words short. */
const SHORT: Readonly<Record<string, string>> = { 'average-per-year': 'average' };

/**
 * A word of the schema's closed lists as readers see it on the pages, from the same catalogues; the word itself where they have none.
 * @param code as in the data, e.g. ('status', 'period-ended')
 */
export function word(family: Family, code: string): Text {
  const key = `${family}_${(SHORT[code] ?? code).replaceAll('-', '_')}`;
  // messages that count have forms, which no term has
  const text = (language: keyof Text) => (typeof languages[language][key] === 'string' ? languages[language][key] : code);
  return { zh: text('zh'), en: text('en') };
}
