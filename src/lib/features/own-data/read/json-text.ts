/*
 * JSON as programs write it: whole numbers of more than 15 digits are codes (land parcels, credit codes, ids), of which JSON.parse would
 * change the last digits; NaN and Infinity, which JSON does not have, come from Python and JavaScript.
 */

/** What was read; `blanks` values that are no JSON and say that there is no number (NaN, Infinity, None …) were read as null. */
export type ReadJson = Readonly<{ value: unknown; blanks: number }>;

const QUOTE = 34;
const BACKSLASH = 92;
/** Digits that a double holds whatever they are. */
const SAFE_DIGITS = 15;
/** A whole number of 16 digits or more where a value may stand. In a text it only costs the pass below. */
const LONG = /[[:,]\s*-?\d{16}/;
const NO_NUMBER = /^-?(?:NaN|nan|NAN|Infinity|inf|Inf|None|undefined|NA|NULL|Null)/;
const DIGITS = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** The text with long whole numbers and those with leading noughts in quotation marks, and with null where there is no number: one pass. */
function mend(text: string): { text: string; blanks: number } {
  const pieces: string[] = [];
  let blanks = 0;
  let kept = 0;
  let at = 0;
  const replace = (from: number, to: number, by: string) => {
    pieces.push(text.slice(kept, from), by);
    kept = to;
    at = to;
  };
  while (at < text.length) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      // to the end of the text: the next mark that no odd number of backslashes stands before
      for (at = text.indexOf('"', at + 1); at >= 0; at = text.indexOf('"', at + 1)) {
        let before = at;
        while (text.charCodeAt(before - 1) === BACKSLASH) before--;
        if ((at - before) % 2 === 0) break;
      }
      if (at < 0) break;
      at++;
    } else if ((character >= 48 && character <= 57) || character === 45) {
      DIGITS.lastIndex = at;
      const [number] = DIGITS.exec(text) ?? [];
      const none = number === undefined ? NO_NUMBER.exec(text.slice(at, at + 10))?.[0] : undefined;
      if (none !== undefined) {
        blanks++;
        replace(at, at + none.length, 'null');
      } else if (number === undefined) at++;
      else if (/^-?0\d/.test(number) || (/^-?\d+$/.test(number) && number.replace('-', '').length > SAFE_DIGITS))
        replace(at, at + number.length, `"${number}"`);
      else at += number.length;
    } else if (character === 78 || character === 73 || character === 110 || character === 105 || character === 117) {
      // N, I, n, i, u: what is no number, but neither null nor true nor false
      const none = NO_NUMBER.exec(text.slice(at, at + 10))?.[0];
      if (none === undefined) {
        // “null” to its end, so that its letters are not looked at one by one
        at += text.startsWith('null', at) ? 4 : 1;
        continue;
      }
      blanks++;
      replace(at, at + none.length, 'null');
    } else at++;
  }
  pieces.push(text.slice(kept));
  return { text: pieces.join(''), blanks };
}

/**
 * JSON without a digit lost: whole numbers of more than 15 digits, and numbers with leading noughts, come as texts.
 * @throws SyntaxError as JSON.parse
 */
export function parseJson(text: string): ReadJson {
  if (!LONG.test(text)) {
    try {
      return { value: JSON.parse(text), blanks: 0 };
    } catch {
      // perhaps for a NaN: below
    }
  }
  const mended = mend(text);
  return { value: JSON.parse(mended.text), blanks: mended.blanks };
}

/** As `parseJson`, of one value a line (GeoJSON text sequence, NDJSON). @throws SyntaxError */
export function parseJsonLines(text: string): ReadJson {
  let blanks = 0;
  const value = text
    .replaceAll('\u001e', '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const read = parseJson(line);
      blanks += read.blanks;
      return read.value;
    });
  return { value, blanks };
}
