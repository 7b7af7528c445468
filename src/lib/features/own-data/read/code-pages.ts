/* Texts of old workbooks: the platform's decoders under the numbers that Windows gives to encodings, in place of the tables that SheetJS would bring. */

const LABELS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8'
};

function labelOf(page: number): string {
  return LABELS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
}

const decoders = new Map<string, TextDecoder>();

/** Bytes of an encoding as text; SheetJS gives single bytes as numbers or as characters. */
function decode(page: number, bytes: ArrayLike<number> | string): string {
  const label = labelOf(page);
  const decoder = decoders.get(label) ?? new TextDecoder(label);
  decoders.set(label, decoder);
  return decoder.decode(typeof bytes === 'string' ? Uint8Array.from(bytes, (character) => character.charCodeAt(0)) : Uint8Array.from(bytes));
}

/** In the shape in which SheetJS asks for its tables. */
export const codePages = { utils: { decode } };
