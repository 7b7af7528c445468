/** A number as read: NaN if it is none; `tidied` if it needed more than a plain reading. */
export type ReadNumber = Readonly<{ value: number; tidied: boolean }>;

const NONE: ReadNumber = { value: NaN, tidied: false };
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
/** Full-width digits and signs to plain ones; a currency sign and the blanks or apostrophes between groups of three digits away. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/^[¥$]\s*/, '')
    .replace(/(?<=\d)[\s'](?=\d{3}(?!\d))/g, '')
    .trim();

/** A number of a table: thousands separators and full-width digits are understood, units and percent signs are not (they change the number). */
export function readNumber(text: string): ReadNumber {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return { value: Number(trimmed), tidied: false };
  const tidy = plain(trimmed);
  if (PLAIN.test(tidy)) return { value: Number(tidy), tidied: true };
  if (GROUPED.test(tidy)) return { value: Number(tidy.replaceAll(',', '')), tidied: true };
  return NONE;
}
