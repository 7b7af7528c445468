import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../problem';

/** The pack folder to build from: GEODATA_PACK or the default pack. @throws InputError if there is no pack.yaml */
export function packDir(env: NodeJS.ProcessEnv = process.env): string {
  const dir = resolve(env.GEODATA_PACK ?? 'geodata/packs/zhejiang-biopharma');
  if (!existsSync(resolve(dir, 'pack.yaml'))) throw new InputError([{ file: dir, rule: 'no pack.yaml in this folder (set GEODATA_PACK to a pack folder)' }]);
  return dir;
}
