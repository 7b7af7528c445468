import { InputError } from '../problem';
import type { Problem } from '../problem';
import { checkOnMap } from './check-on-map';
import { checkPack } from './check-pack';
import { checkPrinted } from './check-printed';
import { checkRegion } from './check-region';
import { readPack } from './read-pack';
import type { Pack } from './read-pack';
import { regionOutlines } from './region-outlines';

/** What a check found: `problems` stop a build, `remarks` do not. `pack`: undefined where its files could not be read. */
type Checked = Readonly<{ pack?: Pack; problems: readonly Problem[]; remarks: readonly Problem[] }>;

/**
 * Everything that a build checks, without building: files, references, claims, and, once the region's codes are right, codes and places on the map.
 * @param slow called before outlines are made, which takes some seconds
 */
export async function checkAll(dir: string, slow?: () => void): Promise<Checked> {
  try {
    const pack = readPack(dir);
    const region = checkRegion(pack);
    if (region.length > 0) return { pack, problems: [...region, ...checkPack(pack)], remarks: [] };
    const { admin, counties } = await regionOutlines(pack, slow);
    return { pack, problems: checkOnMap(pack, admin, counties), remarks: checkPrinted(pack).differences };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problems: error.problems, remarks: [] };
  }
}
