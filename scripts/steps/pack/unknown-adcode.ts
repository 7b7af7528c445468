import { join } from 'node:path';
import { codeHistory } from '../boundaries/code-history';
import { nearestText } from '../boundaries/nearest-code';
import type { Pack } from './read-pack';

/** The units that a pack may name: Chinese names by adcode. */
export type Adcodes = ReadonlyMap<string, string>;

/** That a code is none of the region's units, why that may be, and which are nearest. */
export function unknownAdcode(code: string, { dir }: Pick<Pack, 'dir'>, adcodes: Adcodes): string {
  const why = codeHistory(code, join(dir, 'boundaries'));
  const known = [...adcodes].flatMap(([adcode, nameZh]) => (nameZh === '' ? [] : [{ adcode, nameZh }]));
  return `unknown adcode "${code}" in this pack's region${why === undefined ? nearestText(code, known) : `: ${why}`}`;
}
