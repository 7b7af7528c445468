import { ImportRefused } from './refusal';

/*
 * Records of .xlsb (BIFF12, [MS-XLSB] 2.1.4), looked at before they are parsed: the parser makes a row, a column or a cell wherever it is told
 * to, and a damaged file tells it places that no sheet has.
 */

const MOST_ROWS = 1 << 20;
const MOST_COLUMNS = 1 << 14;
/** Most cells that links may be laid over: each of them becomes one, blank or not. */
const MOST_LINKED = 1 << 20;
/** Numbers of the records that say where something is; cells of all kinds are 1 to 11. */
const [ROW, LAST_CELL, COLUMNS, DIMENSION, MERGED, LINK] = [0, 11, 60, 148, 176, 494] as const;

/**
 * Check one part of an .xlsb.
 * @throws ImportRefused 'broken' where it is cut off, or speaks of rows and columns that there cannot be
 */
export function checkBinaryPart(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = () => new ImportRefused('broken', { text: 'xlsb' });
  let [at, linked] = [0, 0];
  const number = (most: number): number => {
    let value = 0;
    for (let i = 0; i < most; i++) {
      if (at >= bytes.length) throw broken();
      const byte = bytes[at++] as number;
      value += (byte & 0x7f) * 128 ** i;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const [id, size] = [number(2), number(4)];
    if (at + size > bytes.length) throw broken();
    const from = at;
    const field = (place: number) => (4 * place + 4 <= size ? view.getUint32(from + 4 * place, true) : 0);
    const area = () => {
      const [first, last, left, right] = [field(0), field(1), field(2), field(3)];
      if (last >= MOST_ROWS || right >= MOST_COLUMNS) throw broken();
      return Math.max(0, last - first + 1) * Math.max(0, right - left + 1);
    };
    if (id === ROW && field(0) >= MOST_ROWS) throw broken();
    else if (id > ROW && id <= LAST_CELL && field(0) >= MOST_COLUMNS) throw broken();
    else if (id === COLUMNS && field(1) >= MOST_COLUMNS) throw broken();
    else if (id === DIMENSION || id === MERGED) area();
    else if (id === LINK && (linked += area()) > MOST_LINKED) throw broken();
    at += size;
  }
}
