/** Letter of the nth note, as lists count with letters: a … z, aa, ab … */
export const noteLetter = (number: number): string =>
  number > 26 ? noteLetter(Math.ceil(number / 26) - 1) + noteLetter(((number - 1) % 26) + 1) : String.fromCharCode(96 + number);
