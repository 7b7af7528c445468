import type { ImportGuess } from '../table/guess';
import type { TextColumn } from '../table/table';

/** A sheet's first row in a table of several. */
export type SheetStart = Readonly<{ name: string; from: number }>;

/** A column that says which sheet a row is from, where there are several. */
export function sheetColumn(sheets: readonly SheetStart[], rows: number, { header, sheetColumn: wanted = 'Sheet' }: ImportGuess): TextColumn[] {
  if (sheets.length < 2) return [];
  const encoded = sheets.map(({ name }) => new TextEncoder().encode(name));
  const offsets = new Uint32Array(sheets.length + 1);
  encoded.forEach((word, i) => (offsets[i + 1] = (offsets[i] ?? 0) + word.length));
  const bytes = new Uint8Array(offsets.at(-1) ?? 0);
  encoded.forEach((word, i) => bytes.set(word, offsets[i]));
  const codes = sheets.length > 256 ? new Uint16Array(rows) : new Uint8Array(rows);
  sheets.forEach(({ from }, i) => codes.fill(i, from, sheets[i + 1]?.from ?? rows));
  let name = wanted;
  for (let again = 2; header.includes(name); again++) name = `${wanted} (${again})`;
  return [{ name, kind: 'text', codes, dictionary: { bytes, offsets, distinct: true } }];
}
