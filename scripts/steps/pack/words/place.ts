import { basename } from 'node:path';
import type { Said } from '../../problem';
import { ENTRIES } from './kinds';

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;

/** What an entry goes by: its id, or the tier, address or text that it has instead. */
function nameOf(entry: unknown): string {
  if (!isObject(entry)) return '';
  const name = entry.id ?? entry.tier ?? entry.version ?? entry.target;
  return typeof name === 'string' && name !== '' ? name : '';
}

/**
 * A place in a file as people speak of it: entries counted from one and named, fields as they are written.
 * “zone 3 (lake-wing) → units 1”, “第 3 个片区（lake-wing）→ units 第 1 项”.
 * @param file name of the file; where its whole content is a list, that list's name
 * @param path keys from the file's root
 * @param data what the file holds, read or raw
 */
export function placeInWords(file: string, path: readonly PropertyKey[], data: unknown): Said {
  const zh: string[] = [];
  const en: string[] = [];
  let list = basename(file).replace(/\.\w+$/, '');
  let value = data;
  path.forEach((key, i) => {
    const inside = isObject(value) ? value[key] : undefined;
    if (typeof key === 'number') {
      const noun = isObject(inside) ? ENTRIES[list] : undefined;
      const name = nameOf(inside);
      // a list's own name is said with its entry
      if (noun === undefined && i > 0) {
        en[en.length - 1] += ` ${key + 1}`;
        zh[zh.length - 1] += ` 第 ${key + 1} 项`;
      } else {
        if (i > 0) [en, zh].forEach((parts) => parts.pop());
        en.push(`${noun?.en ?? list} ${key + 1}${name && ` (${name})`}`);
        zh.push(noun ? `第 ${key + 1} 个${noun.zh}${name && `（${name}）`}` : `${list} 第 ${key + 1} 项`);
      }
    } else {
      list = String(key);
      en.push(list);
      zh.push(list);
    }
    value = inside;
  });
  return { zh: zh.join(' → '), en: en.join(' → ') };
}

/** A cell of a table. */
export const columnInWords = (column: string): Said => ({ zh: `${column} 列`, en: column });
