import { isUtf8, speaksUtf8 } from './encoding';
import { ImportRefused } from './refusal';

/* dBASE III tables, as Shapefiles have them: fixed widths, texts in whatever encoding the program had, which marks often name wrongly. */

type Field = Readonly<{ name: Uint8Array; type: string; from: number; length: number }>;
export type Dbf = Readonly<{ encoding: string; records: readonly Record<string, unknown>[] }>;

const SPACE = 32;
/** Cells with other than plain letters that are looked at to tell the encoding. */
const LOOKED_AT = 2000;

const trimmed = (bytes: Uint8Array): Uint8Array => {
  let end = bytes.indexOf(0);
  if (end < 0) end = bytes.length;
  while (end > 0 && (bytes[end - 1] as number) <= SPACE) end--;
  return bytes.subarray(0, end);
};
/** Texts cut at the field's width may end in half a character. */
const textOf = (decoder: TextDecoder, bytes: Uint8Array) =>
  decoder
    .decode(trimmed(bytes))
    .replace(/\uFFFD+$/, '')
    .trim();

function declaredEncoding(cpg: string | undefined, mark: number | undefined): string | undefined {
  const name = cpg?.trim() ?? '';
  if (/936|gbk|gb ?2312|gb ?18030/i.test(name)) return 'gb18030';
  if (/utf-?8|65001/i.test(name)) return 'utf-8';
  try {
    if (name) return new TextDecoder(/^\d{4}$/.test(name) ? `windows-${name}` : name).encoding;
  } catch {
    // an unknown name: by the mark, or by trial
  }
  return mark === 0x4d ? 'gb18030' : undefined;
}

/** By the bytes where they speak, else by what is declared: cells that are Chinese in UTF-8 against cells that cannot be UTF-8. */
function encodingOf(cells: Iterable<Uint8Array>, declared: string | undefined): string {
  let [wide, none, other] = [0, 0, 0];
  for (const cell of cells) {
    if (!cell.some((byte) => byte >= 0x80)) continue;
    if (speaksUtf8(cell)) wide++;
    else if (((cell[0] as number) & 0xc0) !== 0x80 && isUtf8(cell)) other++;
    else none++;
    if (wide + none + other >= LOOKED_AT) break;
  }
  if (wide > none) return 'utf-8';
  if (none > 0 && (declared === undefined || declared === 'utf-8')) return 'gb18030';
  return declared ?? 'utf-8';
}

/** A field's value: numbers and days as such, days by the calendar and not by any clock. */
function valueOf(type: string, text: string): unknown {
  if (text === '' || /^\*+$/.test(text)) return null;
  switch (type) {
    case 'N':
    case 'F':
    case 'O':
      // codes longer than a number holds keep their digits
      return /^\d{16,}$/.test(text) || Number.isNaN(Number(text)) ? text : Number(text);
    case 'D':
      return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
    case 'L':
      return /^[yt]$/i.test(text) ? 'TRUE' : /^[nf]$/i.test(text) ? 'FALSE' : null;
    default:
      return text;
  }
}

/** How many records there are, and the names of the fields; `bytes` at least the head. */
export function readDbfHead(bytes: Uint8Array): Readonly<{ rows: number; names: readonly string[] }> {
  if (bytes.length < 33) return { rows: 0, names: [] };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 32; at + 32 <= Math.min(view.getUint16(8, true), bytes.length) && bytes[at] !== 13; at += 32)
    names.push(new TextDecoder('latin1').decode(trimmed(bytes.subarray(at, at + 11))));
  return { rows: view.getUint32(4, true), names };
}

/** Read a table; deleted records keep their place, blank. @throws ImportRefused 'broken' */
export function readDbf(bytes: Uint8Array, cpg?: string): Dbf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw new ImportRefused('broken', { text: 'dbf' });
  const [count, start, width] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  const fields: Field[] = [];
  for (let at = 32, from = 1; at + 32 <= Math.min(start, bytes.length) && bytes[at] !== 13; at += 32) {
    const length = bytes[at + 16] as number;
    fields.push({ name: bytes.subarray(at, at + 11), type: String.fromCharCode(bytes[at + 11] as number), from, length });
    from += length;
  }
  if (fields.length === 0 || width === 0) throw new ImportRefused('broken', { text: 'dbf' });
  const rows = Math.min(count, Math.floor((bytes.length - start) / width));
  if (rows < count) throw new ImportRefused('broken', { text: 'dbf' });
  const cell = (row: number, { from, length }: Field) => bytes.subarray(start + row * width + from, start + row * width + from + length);
  function* texts() {
    for (const { name } of fields) yield trimmed(name);
    for (let row = 0; row < rows; row++) for (const field of fields) if (field.type === 'C') yield trimmed(cell(row, field));
  }
  const encoding = encodingOf(texts(), declaredEncoding(cpg, bytes[29]));
  const decoder = new TextDecoder(encoding);
  const names = fields.map(({ name }, i) => textOf(decoder, name) || String(i + 1));
  const records = Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(fields.map((field, i) => [names[i], valueOf(field.type, textOf(decoder, cell(row, field)))]))
  );
  return { encoding, records };
}
