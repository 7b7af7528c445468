import { readFileSync } from 'node:fs';
import type { Problem, Said } from '../problem';
import { READING } from './words/reading';

/** A text file's content without a byte order mark; undefined, and a problem, if it is not UTF-8: broken characters would be published. */
export function readText(path: string, file: string, problems: Problem[]): string | undefined {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // the first line that cannot be read
    let line = 1;
    for (const part of bytes.toString('latin1').split('\n')) {
      if (!Buffer.from(Buffer.from(part, 'latin1').toString('utf8'), 'utf8').equals(Buffer.from(part, 'latin1'))) break;
      line++;
    }
    problems.push({ file, line, rule: encodingOf(bytes) });
    return undefined;
  }
}

/** What bytes that are not UTF-8 probably are. */
function encodingOf(bytes: Buffer): Said {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return READING.utf16();
  try {
    // GBK as its superset has it; a file that is UTF-8 but for a broken character decodes to words that nobody writes
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    const usual = text.match(/[\u4e00-\u9fa5，。、；：？！“”（）《》]/g)?.length ?? 0;
    const strange = text.match(/[^\p{ASCII}\u4e00-\u9fa5，。、；：？！“”‘’（）《》〔〕【】…—·％＋～○]/gu)?.length ?? 0;
    return usual > 0 && strange * 10 < usual ? READING.gbk() : READING.notUtf8();
  } catch {
    return READING.notUtf8();
  }
}
