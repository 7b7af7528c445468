import { countInvisible, stripInvisible } from '../table/cell-text';

/*
 * Characters that nobody sees, taken out of UTF-8 as it comes in, before rows are looked for: a zero-width blank beside a delimiter or a
 * line break must not make another cell of it. What they are is said in cell-text.ts.
 */

/** 1 for bytes that such a character begins with. 0xe2 begins quotation marks and dashes too, 0xef all full-width forms. */
const BEGINS = new Uint8Array(256);
for (let byte = 0; byte < 32; byte++) if (byte !== 9 && byte !== 10 && byte !== 13) BEGINS[byte] = 1;
for (const byte of [0x7f, 0xc2, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xef]) BEGINS[byte] = 1;

/** Whether such a character may begin with these two bytes: most that begin like them are quotation marks and full-width forms. */
function mayBegin(first: number, second: number): boolean {
  switch (first) {
    case 0xc2:
      return second <= 0xa0 || second === 0xad;
    case 0xe1:
      return second === 0xa0;
    case 0xe2:
      return second === 0x80 || second === 0x81 || second === 0xa0;
    case 0xe3:
      return second === 0x85;
    case 0xef:
      return second === 0xb8 || second === 0xbb || second === 0xbf;
    default:
      return true;
  }
}

const lengthOf = (first: number): number => (first < 0x80 ? 1 : first < 0xe0 ? 2 : 3);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What each character that begins so is replaced by: undefined where it stays. Found once for each. */
const known = new Map<number, number>();
const STAYS = -1;
const GONE = -2;

function replacement(bytes: Uint8Array, at: number, length: number): number {
  let key = 0;
  for (let i = 0; i < length; i++) key = key * 256 + (bytes[at + i] as number);
  let found = known.get(key);
  if (found === undefined) {
    const text = decoder.decode(bytes.subarray(at, at + length));
    const stripped = stripInvisible(text);
    found = countInvisible(text) === 0 ? STAYS : stripped === '' ? GONE : stripped.charCodeAt(0);
    known.set(key, found);
  }
  return found;
}

/** Takes invisible characters and zeros out of a text that comes in pieces, and counts them. */
export class InvisibleFilter {
  /** zeros (NUL) left out */
  nuls = 0;
  /** other characters left out or replaced by a blank */
  invisible = 0;
  /** beginning of a character whose end is still to come */
  private held = new Uint8Array(0);

  /**
   * The next piece, moved together within its own memory; `held` bytes of a character cut off at its end come with the next one.
   * @param last nothing more will come
   */
  push(bytes: Uint8Array, last: boolean): Uint8Array {
    let piece = bytes;
    if (this.held.length > 0) {
      piece = new Uint8Array(this.held.length + bytes.length);
      piece.set(this.held);
      piece.set(bytes, this.held.length);
      this.held = new Uint8Array(0);
    }
    const { length } = piece;
    let at = 0;
    while (at < length && BEGINS[piece[at] as number] === 0) at++;
    let to = at;
    while (at < length) {
      const byte = piece[at] as number;
      if (BEGINS[byte] === 0) {
        piece[to++] = byte;
        at++;
        continue;
      }
      const wide = lengthOf(byte);
      if (at + wide > length && !last) {
        this.held = piece.slice(at);
        break;
      }
      const found = at + wide > length || !mayBegin(byte, piece[at + 1] as number) ? STAYS : replacement(piece, at, wide);
      if (found === STAYS) {
        // only its first byte: of broken text each byte is looked at
        piece[to++] = byte;
        at++;
        continue;
      }
      if (found !== GONE) piece[to++] = found;
      if (byte === 0) this.nuls++;
      else this.invisible++;
      at += wide;
    }
    return to === length ? piece : piece.subarray(0, to);
  }
}
