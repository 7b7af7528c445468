/*
 * Codes: what is written in digits and letters and is no amount. They stay texts, digit by digit: as numbers they would lose noughts in
 * front and digits beyond the fifteenth, and be added up.
 */

/** Kinds of codes that are told from their form alone. */
export const CODE_KINDS = ['credit-code', 'parcel', 'citizen', 'phone', 'long', 'noughts', 'version'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** Characters of the unified social credit code (GB 32100-2015) in the order of their values; I, O, S, V and Z are not used. */
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_FORM = /^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$/;

/** Whether a text is a unified social credit code: 18 characters, of which the last one checks the others (weights are powers of 3, modulo 31). */
export function isCreditCode(text: string): boolean {
  if (!CREDIT_FORM.test(text)) return false;
  let [sum, weight] = [0, 1];
  for (const character of text.slice(0, 17)) {
    sum += CREDIT.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT.indexOf(text.charAt(17)) === (31 - (sum % 31)) % 31;
}

/** Citizen's number (GB 11643): 17 digits with a day in them, and a check digit that may be X. */
function isCitizenNumber(text: string): boolean {
  if (!/^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i.test(text)) return false;
  const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0);
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase();
}

/** 宗地代码 (TD/T 1001): county, cadastral district and sub-district in 12 digits, two letters of the right (GB state-owned, JC … collective) and five digits. */
const PARCEL = /^\d{12}[A-Z]{2}\d{5}(?:[FW]\d{8})?$/;
/** Mobile numbers; fixed ones with an area code; with +86 or 0086, extensions, several in a cell; 400 and 800 services. */
const PHONE = /^(?:(?:\+|00)86[- ]?)?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?:[-转]\d{1,6})?|[48]00[- ]?\d{3}[- ]?\d{4})$/;
/** v1.2, V2.0.1, 1.2.3, 10.0.0.1 */
const VERSION = /^(?:[vV]\d+(?:\.\d+)+|\d+\.\d+\.\d+(?:\.\d+)*)$/;

/** Whether a number's digits are a code's: noughts in front or more than 15 of them. 0 and 0.5 are numbers. */
export const losesDigits = (text: string): boolean => /^(?:0\d+|\d{16,})$/.test(text);

/** What kind of code a text is, if it can be nothing else; days as 20240131 are none. */
export function codeKind(text: string): CodeKind | undefined {
  if (isCreditCode(text)) return 'credit-code';
  if (PARCEL.test(text)) return 'parcel';
  if (isCitizenNumber(text)) return 'citizen';
  if (PHONE.test(text)) return 'phone';
  if (VERSION.test(text)) return 'version';
  if (/^\d{16,}$/.test(text)) return 'long';
  return /^0\d+$/.test(text) ? 'noughts' : undefined;
}
