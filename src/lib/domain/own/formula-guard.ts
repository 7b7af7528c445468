/**
 * First characters that spreadsheets take for a formula, with their full-width forms, which Chinese and Japanese Excel accept too;
 * tab and line breaks, because cells may be read without them (OWASP, CSV injection).
 */
export const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet runs: an apostrophe goes before what could start a formula. Numbers are not given to it. */
export const guardFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);
