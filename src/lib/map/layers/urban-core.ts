import type { AdminUnit, Layout } from '#lib/schema/atlas';
import { smallUnits } from './small-units';

/** [west, south, east, north], WGS 84 degrees. */
type Box = readonly [number, number, number, number];

/** Units too small to be read where the whole city is on the map, and what a map of them shows. */
export type UrbanCore = Readonly<{ units: readonly AdminUnit[]; box: Box }>;

/** Kept around the names of the units, as a share of what they span. */
const AROUND = 0.17;
/** Degrees of latitude are longer on the ground than those of longitude. */
const LAT_STRETCH = 1.16;

/** The crowded part of a layout's city; none where nothing is crowded. */
export function urbanCore(layout: Pick<Layout, 'scope' | 'adcode'>, admin: readonly AdminUnit[]): UrbanCore | undefined {
  const small = smallUnits(layout, admin);
  const units = admin.filter(({ adcode }) => small.includes(adcode));
  if (units.length === 0) return undefined;
  const [lons, lats] = [units.map(({ label }) => label[0]), units.map(({ label }) => label[1])];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const margin = AROUND * Math.max(east - west, (north - south) * LAT_STRETCH);
  return { units, box: [west - margin, south - margin / LAT_STRETCH, east + margin, north + margin / LAT_STRETCH] };
}
