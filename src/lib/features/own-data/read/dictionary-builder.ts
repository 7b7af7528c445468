import type { Dictionary } from '../table/table';
import { cut, release, resize } from './resize';

/** After so many words a column of mostly different texts is no longer searched for words seen before. */
const TRIAL = 1 << 16;
const MOSTLY = 0.8;
/** Arenas of a million words are tens of megabytes: they grow by a quarter. */
const GROWTH = 1.25;
/** Later words may be a little longer than the first ones, such as running numbers. */
const RESERVE = 1.03;

/** Collects the words of a text column as UTF-8: word → code by open addressing over one arena of bytes, no string is made. */
export class DictionaryBuilder {
  private bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 12);
  private used = 0;
  private offsets: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 8);
  /** code + 1 by hash; 0 = free. Empty once the column is taken as all different. */
  private slots: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 9);
  private mask = (1 << 9) - 1;
  private adds = 0;
  /** number of words */
  size = 0;
  distinct = true;

  /** @param expected number of words to be added in all, as far as is known */
  constructor(private readonly expected = 0) {}

  /** The code of bytes[from … to), a new one if the word is new. */
  add(bytes: Uint8Array, from: number, to: number): number {
    this.adds++;
    if (!this.distinct) return this.append(bytes, from, to);
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    const length = to - from;
    const { slots, mask, offsets } = this;
    let slot = hash & mask;
    for (;;) {
      const code = (slots[slot] as number) - 1;
      if (code < 0) break;
      const start = offsets[code] as number;
      if ((offsets[code + 1] as number) - start === length) {
        const own = this.bytes;
        let i = 0;
        while (i < length && own[start + i] === bytes[from + i]) i++;
        if (i === length) return code;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.size + 1;
    const code = this.append(bytes, from, to);
    if (this.size >= TRIAL && this.size > MOSTLY * this.adds) {
      this.distinct = false;
      release(this.slots);
      this.slots = new Uint32Array(0);
      this.reserve();
    } else if (2 * this.size > mask) this.widen();
    return code;
  }

  private append(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (this.used + length > this.bytes.length) {
      this.bytes = resize(this.bytes, Math.max(this.used + length, Math.ceil(GROWTH * this.bytes.length)));
    }
    const own = this.bytes;
    let used = this.used;
    // most words are short: a loop is faster than set(subarray)
    for (let at = from; at < to; at++) own[used++] = bytes[at] as number;
    this.used = used;
    const code = this.size++;
    if (this.size + 1 > this.offsets.length) {
      this.offsets = resize(this.offsets, Math.ceil(GROWTH * this.offsets.length));
    }
    this.offsets[this.size] = used;
    return code;
  }

  /** Room for the words to come, at once: growing by steps would need old and new side by side, and copy every time. */
  private reserve(): void {
    const words = Math.max(this.size, this.expected);
    const bytes = Math.ceil((RESERVE * this.used * words) / this.size);
    if (bytes > this.bytes.length) this.bytes = resize(this.bytes, bytes);
    if (words + 1 > this.offsets.length) this.offsets = resize(this.offsets, words + 1);
  }

  private widen(): void {
    const slots = new Uint32Array(4 * (this.mask + 1));
    const mask = slots.length - 1;
    const { bytes, offsets } = this;
    for (let code = 0; code < this.size; code++) {
      let hash = 0x811c9dc5;
      const end = offsets[code + 1] as number;
      for (let at = offsets[code] as number; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
      hash ^= hash >>> 15;
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    release(this.slots);
    this.slots = slots;
    this.mask = mask;
  }

  /** The bytes of a word, valid until the next `add`. */
  word(code: number): Uint8Array {
    return this.bytes.subarray(this.offsets[code], this.offsets[code + 1]);
  }

  /** All words, cut to size. The builder must not be used afterwards. */
  finish(): Dictionary {
    return { bytes: cut(this.bytes, this.used), offsets: cut(this.offsets, this.size + 1), distinct: this.distinct };
  }
}
