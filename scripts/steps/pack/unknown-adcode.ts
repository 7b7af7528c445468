import { join } from 'node:path';
import { codeHistory } from '../boundaries/code-history';
import { nearestText } from '../boundaries/nearest-code';
import type { Said } from '../problem';
import type { Pack } from './read-pack';
import { REFERENCES } from './words/references';

/** The units that a pack may name: Chinese names by adcode. */
export type Adcodes = ReadonlyMap<string, string>;

/** That a code is none of the region's units, why that may be, and which are nearest. */
export function unknownAdcode(code: string, { dir }: Pick<Pack, 'dir'>, adcodes: Adcodes): Said {
  const why = codeHistory(code, join(dir, 'boundaries'));
  const known = [...adcodes].flatMap(([adcode, nameZh]) => (nameZh === '' ? [] : [{ adcode, nameZh }]));
  return REFERENCES.adcode(code, why ? { zh: `：${why.zh}`, en: `: ${why.en}` } : nearestText(code, known));
}
