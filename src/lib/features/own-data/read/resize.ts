type Typed = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
/** ES2024: gives the memory to a buffer of another length, in place where it can. Absent in older browsers. */
type Moving = ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };

/** An array of another length with the same beginning, zeros behind. The given one must not be used afterwards. */
export function resize<T extends Typed>(array: T, length: number): T {
  if (length === array.length) return array;
  const Kind = array.constructor as (new (length: number) => T) & (new (buffer: ArrayBuffer) => T);
  const buffer: Moving = array.buffer;
  if (buffer.transfer) return new Kind(buffer.transfer(length * array.BYTES_PER_ELEMENT));
  const other = new Kind(length);
  other.set(array.subarray(0, length));
  return other;
}

/** Gives an array's memory back at once, where the platform can. The array must not be used afterwards. */
export function release(array: ArrayBufferView): void {
  (array.buffer as Moving).transfer?.(0);
}

/** As much may be left over at the end of an array: cutting it off would need room for both for a moment. */
const SLACK = 1.1;

/** An array cut to a length, when it is full as far as it will be. Given little more, the same memory. */
export function cut<T extends Typed>(array: T, length: number): T {
  return array.length > SLACK * length + 64 ? resize(array, length) : (array.subarray(0, length) as T);
}

/** An array with room for `needed` values: half as long again, if it has to grow. */
export const grow = <T extends Typed>(array: T, needed: number): T =>
  needed <= array.length ? array : resize(array, Math.max(needed, Math.ceil(1.5 * array.length)));
