import type { DecimalSign } from './read-number';

/*
 * Whether a table writes 12,5 or 12.5. Cells that can only be one of them decide; 120,068 can be both, and is what a degree of three
 * decimals looks like: then the file's delimiter decides (a semicolon is used because the comma is taken), or a column of degrees.
 */

/** A comma before one, two or four and more digits, or behind a nought, more than three digits or points that group. */
const ONLY_COMMA = /^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0\d*,\d+|\d{4,},\d+|,\d+|\d{1,3}(?:\.\d{3})+,\d+)$/;
/** A point in such a place, or commas that group more than once or before a point. */
const ONLY_POINT = /^[+-]?(?:\d+\.(?:\d{1,2}|\d{4,})|0\d*\.\d+|\d{4,}\.\d+|\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/;
const EITHER = /^[+-]?\d{1,3}([,.])\d{3}$/;
/** Of degrees such a cell has three decimals. */
const DEGREES: readonly (readonly [RegExp, number, number])[] = [
  [/经度|东经|lon|lng/i, 70, 140],
  [/纬度|北纬|lat/i, 3, 56]
];

export type DecimalGuess = Readonly<{
  sign: DecimalSign;
  /** there are cells that would be another number with the other sign */
  doubtful: boolean;
}>;

/**
 * The sign before decimals.
 * @param columns cells by column, with the column's name
 * @param semicolons the file's cells are set apart by semicolons
 */
export function guessDecimalSign(columns: readonly Readonly<{ name: string; cells: readonly string[] }>[], semicolons: boolean): DecimalGuess {
  let [comma, point, either, degrees] = [0, 0, 0, 0];
  for (const { name, cells } of columns) {
    const [, from = 0, to = 0] = DEGREES.find(([words]) => words.test(name)) ?? [];
    for (const cell of cells) {
      // most cells have no comma or point at all
      if (!/[,.]/.test(cell)) continue;
      const text = cell.trim();
      if (ONLY_COMMA.test(text)) comma++;
      else if (ONLY_POINT.test(text)) point++;
      else if (EITHER.test(text)) {
        const value = Number(text.replace(',', '.'));
        const degree = value >= from && value <= to;
        if (text.includes(',')) {
          either++;
          if (degree) degrees++;
        } else if (degree) point++;
      }
    }
  }
  const sign = comma !== point ? (comma > point ? ',' : '.') : degrees > 0 || (semicolons && either > 0 && comma === 0) ? ',' : '.';
  return { sign, doubtful: either > 0 };
}
