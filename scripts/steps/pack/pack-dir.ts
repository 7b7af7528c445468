import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../problem';
import { READING } from './words/reading';

/** The pack that is built where none is asked for. */
const DEFAULT_PACK = 'geodata/packs/zhejiang-biopharma';

/** The pack folder to work on: the one asked for (`--pack PATH`), else GEODATA_PACK, else the default pack. @throws InputError if there is no pack.yaml */
export function packDir(asked?: string, env: NodeJS.ProcessEnv = process.env): string {
  const dir = resolve(asked ?? env.GEODATA_PACK ?? DEFAULT_PACK);
  if (!existsSync(resolve(dir, 'pack.yaml'))) throw new InputError([{ file: dir, rule: READING.noPack() }]);
  return dir;
}
