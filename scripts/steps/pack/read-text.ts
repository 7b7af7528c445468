import { readFileSync } from 'node:fs';
import type { Problem } from '../problem';

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
    problems.push({ file, line, rule: 'the file must be UTF-8 text; save it again with that encoding' });
    return undefined;
  }
}
