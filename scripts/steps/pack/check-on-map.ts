import type { AdminUnit } from '#lib/schema/atlas';
import type { Problem } from '../problem';
import { checkPlaces } from './check-places';
import { checkPack } from './check-pack';
import type { Pack } from './read-pack';

/**
 * What can be checked only with the region's units and outlines at hand: that every adcode exists and every place lies where it says.
 * @param admin the region's units
 * @param counties county outlines, WGS 84
 */
export function checkOnMap(pack: Pack, admin: readonly AdminUnit[], counties: Parameters<typeof checkPlaces>[1]): Problem[] {
  const province = pack.info.data.region.provinceAdcode.slice(0, 2);
  // places beyond the region (an airport in the next province) keep their own adcode
  const outside = pack.places.map(({ data }) => data.adcode).filter((adcode) => !adcode.startsWith(province));
  const adcodes = new Map([...outside.map((adcode) => [adcode, ''] as const), ...admin.map(({ adcode, name }) => [adcode, name.zh] as const)]);
  return [...checkPack(pack, adcodes), ...checkPlaces(pack, counties)];
}
