/* What spreadsheets do to text, and how to keep them from it; for tables written at build time and in the browser. */

/** Excel reads a CSV file as UTF-8 only with this mark; without it Chinese is garbled. */
export const BOM = '\uFEFF';
/**
 * First characters that spreadsheets take for a formula, with their full-width forms, which Chinese and Japanese Excel accept too.
 * Papa Parse's own rule misses cells with line breaks.
 */
export const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
