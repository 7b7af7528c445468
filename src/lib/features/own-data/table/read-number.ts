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
/** degrees, minutes, seconds in the usual marks, Chinese ones too; hemisphere before or after */
const DEGREES =
  /^([NSEW]|[东西南北][经纬]|[东西南北])?\s*([+-]?\d+(?:\.\d+)?)\s*[°º度]\s*(?:(\d+(?:\.\d+)?)\s*['′’分]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:["″”秒]|'')\s*)?([NSEW])?$/i;

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

/** A longitude or latitude: decimal degrees, or degrees, minutes and seconds (120°12′30″E, 东经120度12分30秒). */
export function readCoordinate(text: string): ReadNumber {
  const number = readNumber(text);
  if (!Number.isNaN(number.value)) return number;
  const tidy = text.trim().normalize('NFC');
  const match = DEGREES.exec(tidy);
  if (!match) {
    // decimal degrees with a hemisphere: 120.2E, E120.2, 120.2°E is above
    const letter = /^([NSEW])?\s*(\d+(?:\.\d+)?)\s*([NSEW])?$/i.exec(tidy);
    const side = letter?.[1] ?? letter?.[3];
    return letter && side ? { value: Number(letter[2]) * (/[SW]/i.test(side) ? -1 : 1), tidied: true } : NONE;
  }
  const [, before = '', degrees = '0', minutes = '0', seconds = '0', after = ''] = match;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return NONE;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const negative = degrees.startsWith('-') || /^[SW西南]/i.test(before) || /^[SW]/i.test(after);
  return { value: negative ? -size : size, tidied: true };
}

/** Two coordinates in one cell: “120.1,30.2”, “120.1 30.2”, “(120.1，30.2)”, “POINT(120.1 30.2)”. In the order written; undefined if not two numbers. */
export function readPair(text: string): readonly [number, number] | undefined {
  const tidy = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:SRID=\d+;)?POINT(?: Z)?\s*/i, '')
    .replace(/^[([{"]+|[)\]}"]+$/g, '')
    .trim();
  const parts = tidy.split(/\s*[,;、|/]\s*|\s+/);
  if (parts.length < 2 || parts.length > 3) return undefined;
  const first = readCoordinate(parts[0] ?? '').value;
  const second = readCoordinate(parts[1] ?? '').value;
  return Number.isNaN(first) || Number.isNaN(second) ? undefined : [first, second];
}
