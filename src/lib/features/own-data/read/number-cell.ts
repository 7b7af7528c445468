import { dayOfNumber } from '../table/day-number';
import type { Cell } from './cell-row';

/* Numbers as spreadsheets store them, and as the style of their cell means them. */

/** How the numbers of a cell style are meant: as days, or as codes with so many digits. */
export type NumberStyle = Readonly<{ date: boolean; digits: number }>;

/** A format code with a part of a day in it, quoted text, colours and conditions aside. */
const isDateFormat = (code: string) => /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General/gi, ''));

/** A format of noughts only shows codes with their leading zeros: 000000. */
const padding = (code: string) => (/^"?0{2,20}"?$/.test(code) ? code.replaceAll('"', '').length : 0);

/** What a format code makes of numbers. */
export const styleOfFormat = (code: string): NumberStyle => ({ date: isDateFormat(code), digits: padding(code) });

/** Digits of a whole number written with an exponent, as many as are stored; undefined where it is a fraction, or short. */
function longDigits(value: string): string | undefined {
  const [, sign = '', whole = '', part = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:E\+?(\d+))?$/i.exec(value) ?? [];
  const digits = (whole + part).replace(/^0+/, '');
  const length = digits.length + Number(exponent) - part.length;
  return part.length > Number(exponent) || length < 16 || length > 40 ? undefined : sign + digits.padEnd(length, '0');
}

/**
 * A stored number as a cell: a day, a code with its zeros, or the number itself.
 * @param onRounded it has more than the 15 digits that spreadsheets keep: further ones were lost before
 */
export function numberCell(value: string, style: NumberStyle | undefined, date1904: boolean, onRounded: () => void): Cell {
  const number = Number(value);
  if (Number.isNaN(number)) return value;
  if (style?.date) return dayOfNumber(number, date1904);
  if (style && style.digits > 0 && /^\d+$/.test(value)) return value.padStart(style.digits, '0');
  if (Math.abs(number) < 1e15) return number;
  // a code: as a number it would lose its last digits
  const digits = longDigits(value);
  if (digits !== undefined && /[^0]/.test(digits.slice(12)) && /0$/.test(digits)) onRounded();
  return digits ?? number;
}
