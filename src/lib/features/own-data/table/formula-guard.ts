import { FORMULA } from '#lib/atlas/spreadsheet-text';

/** A text that no spreadsheet runs: an apostrophe goes before what could start a formula (OWASP, CSV injection). Numbers are not given to it. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
