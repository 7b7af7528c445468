/** CRC-32 of ISO 3309 as ZIP has it, four bytes at a time: sheets of spreadsheets are hundreds of megabytes. */
const TABLE = new Uint32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  TABLE[byte] = value;
}
const at = (index: number): number => TABLE[index] as number;
for (let i = 256; i < TABLE.length; i++) TABLE[i] = (at(i - 256) >>> 8) ^ at(at(i - 256) & 255);

/** @param before the sum of the bytes before these */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  let i = 0;
  for (; i + 3 < bytes.length; i += 4) {
    sum ^= (bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16) | ((bytes[i + 3] as number) << 24);
    sum = at(768 + (sum & 255)) ^ at(512 + ((sum >>> 8) & 255)) ^ at(256 + ((sum >>> 16) & 255)) ^ at(sum >>> 24);
  }
  for (; i < bytes.length; i++) sum = (sum >>> 8) ^ at((sum ^ (bytes[i] as number)) & 255);
  return ~sum >>> 0;
}
