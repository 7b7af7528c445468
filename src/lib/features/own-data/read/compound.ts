/*
 * Compound files (MS-CFB): the wrapping of old Office files, and of new ones with a password. Only what they hold is told, by the names of
 * their streams.
 */

const STREAMS: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['VisioDocument', 'vsd']
];

/** Bytes of the directory that are looked through: names of streams are among the first of them. */
const DIRECTORY = 1 << 16;

const inUtf16 = (text: string) => [...text].map((character) => `${character}\0`).join('') + '\0\0';

/** What a compound file holds: 'xls', 'encrypted' (a workbook or document with a password), 'doc' …; 'ole' if nothing that is known. */
export async function compoundKind(file: Blob): Promise<string> {
  const head = new DataView(await file.slice(0, 512).arrayBuffer());
  if (head.byteLength < 512) return 'xls';
  const size = 2 ** Math.min(16, head.getUint16(30, true));
  const start = (head.getUint32(48, true) + 1) * size;
  const bytes = await new Blob([file.slice(start, start + DIRECTORY), file.slice(0, DIRECTORY), file.slice(-DIRECTORY)]).arrayBuffer();
  const text = new TextDecoder('latin1').decode(bytes);
  return STREAMS.find(([name]) => text.includes(inUtf16(name)))?.[1] ?? 'ole';
}
