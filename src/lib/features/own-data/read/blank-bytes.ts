import { isBlankText } from '../table/cell-text';

const SPACE = 32;
/** Longest placeholder in UTF-8 bytes, with room for brackets: longer cells say something. */
const LONGEST = 48;
const ZERO = 48;
const NINE = 57;
const decoder = new TextDecoder();

/** What short cells were found to be, by a hash of their bytes: columns of few words are asked about again and again. */
const SLOTS = 1 << 12;
const asked: (Uint8Array | undefined)[] = Array.from({ length: SLOTS });
const answers = new Uint8Array(SLOTS);

/** Whether bytes[from … to) hold nothing but blanks. */
export function isEmptyIn(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] as number) > SPACE) return false;
  return true;
}

/** Whether the cell in bytes[from … to) is blank or says only that nothing is known, as `isBlankText` has it. Numbers are told at a glance. */
export function isBlankIn(bytes: Uint8Array, from: number, to: number): boolean {
  while (from < to && (bytes[from] as number) <= SPACE) from++;
  while (to > from && (bytes[to - 1] as number) <= SPACE) to--;
  const length = to - from;
  if (length === 0) return true;
  const first = bytes[from] as number;
  if ((first >= ZERO && first <= NINE) || length > LONGEST) return false;
  const second = length > 1 ? (bytes[from + 1] as number) : 0;
  // a signed number, or one that begins with its point
  if (second >= ZERO && second <= NINE && first < ZERO) return false;
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const before = asked[slot];
  if (before?.length === length) {
    let i = 0;
    while (i < length && before[i] === bytes[from + i]) i++;
    if (i === length) return answers[slot] === 1;
  }
  const own = bytes.slice(from, to);
  const blank = isBlankText(decoder.decode(own));
  asked[slot] = own;
  answers[slot] = blank ? 1 : 0;
  return blank;
}
