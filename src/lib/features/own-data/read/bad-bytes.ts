import { wordAt, wordCount } from '../table/table';
import type { ImportRemark, OwnTable } from '../table/table';

/** Columns with texts whose bytes were not valid in the file's encoding, counted by distinct texts: a sign that it was guessed wrongly. */
export function wordsWithBadBytes(table: OwnTable): ImportRemark[] {
  return table.columns.flatMap((column) => {
    if (column.kind !== 'text' || !hasBadBytes(column.dictionary.bytes)) return [];
    let count = 0;
    for (let code = 0; code < wordCount(column.dictionary); code++) if (wordAt(column.dictionary, code).includes('\uFFFD')) count++;
    return [{ code: 'bad-bytes' as const, count, column: column.name }];
  });
}

const PIECE = 1 << 20;

/** Invalid UTF-8, or the character that decoders put in place of what they cannot read (EF BF BD). */
function hasBadBytes(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += PIECE) {
      if (decoder.decode(bytes.subarray(from, from + PIECE), { stream: from + PIECE < bytes.length }).includes('\uFFFD')) return true;
    }
    return false;
  } catch {
    return true;
  }
}
