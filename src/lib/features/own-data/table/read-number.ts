/** A number as read: NaN if it is none; `tidied` if it needed more than a plain reading. */
export type ReadNumber = Readonly<{ value: number; tidied: boolean }>;
/** The sign before a number's decimals: what else stands between digits groups them. */
export type DecimalSign = '.' | ',';

const NONE: ReadNumber = { value: NaN, tidied: false };
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
/** with a decimal comma: 1.234,5 and 12,5; the point groups */
const COMMA_GROUPED = /^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/;
const COMMA_PLAIN = /^[+-]?(\d+,\d*|,\d+)$/;
/** Full-width digits and signs to plain ones; a currency sign and the blanks or apostrophes between groups of three digits away. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/^[¥$]\s*/, '')
    .replace(/(?<=\d)[\s'](?=\d{3}(?!\d))/g, '')
    .trim();

const withPoint = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));

/** A number of a table: thousands separators and full-width digits are understood, units and percent signs are not (they change the number). */
export function readNumber(text: string, sign: DecimalSign = '.'): ReadNumber {
  const trimmed = text.trim();
  if (sign === ',') {
    if (COMMA_PLAIN.test(trimmed)) return { value: withPoint(trimmed), tidied: false };
    const tidy = plain(trimmed);
    if (COMMA_PLAIN.test(tidy) || COMMA_GROUPED.test(tidy)) return { value: withPoint(tidy), tidied: true };
    if (tidy.includes(',')) return NONE;
  }
  if (PLAIN.test(trimmed)) return { value: Number(trimmed), tidied: false };
  const tidy = plain(trimmed);
  if (PLAIN.test(tidy)) return { value: Number(tidy), tidied: true };
  if (GROUPED.test(tidy)) return { value: Number(tidy.replaceAll(',', '')), tidied: true };
  return NONE;
}

/** A plain number with a decimal comma (120,068); NaN for anything else. */
export const commaNumber = (text: string): number => (COMMA_PLAIN.test(text.trim()) ? withPoint(text.trim()) : NaN);
