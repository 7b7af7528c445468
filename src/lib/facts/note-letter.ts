/** Letter of the nth note, as lists count with letters: a … z, aa, ab … */
export const noteLetter = (number: number): string =>
  number > 26 ? noteLetter(Math.ceil(number / 26) - 1) + noteLetter(((number - 1) % 26) + 1) : String.fromCharCode(96 + number);

/** Letters of several notes, in their order: “a,c”; of more than three that follow each other the first and the last, “d–m”. */
export function noteLetters(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  const ends = numbers.length > 3 && numbers.every((number, i) => number === first + i) ? [first, first + numbers.length - 1] : undefined;
  return (ends ?? numbers).map(noteLetter).join(ends ? '–' : ',');
}
