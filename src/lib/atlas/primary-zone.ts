import type { AdminUnit, Zone } from '#lib/schema/atlas';
import { prefectureOf } from './admin-units';

/** A county-level area, of the facts or of the boundary files. */
type Area = Readonly<{ adcode: string; parent?: string | undefined; areaKm2: number }>;
type Drawn = Pick<Zone, 'id' | 'tier' | 'units' | 'membership'>;

/** The codes that a zone may name an area by: its own and its prefecture's. */
const codesOf = ({ adcode, parent = '' }: Area): readonly [string, string] => [adcode, prefectureOf({ adcode, parent })];

/** Whether an area is a member of a zone, by its own name or its prefecture's. */
export const isMember = ({ units }: Pick<Zone, 'units'>, area: Area): boolean => codesOf(area).some((code) => units.includes(code));

/**
 * The zone that each area is filled with on a map: one, however many it belongs to; the others are told by marks at its name.
 * A zone that names the county itself goes before one that names its whole city, for else the city's would hide which of its
 * counties belong to a part; then the core, which a layout is built round; then members that the document itself states before
 * those from outside; then the zone of the narrowest extent, which has the least ground to be seen on.
 */
export function primaryZones<Z extends Drawn>(zones: readonly Z[], areas: readonly Area[]): Map<string, Z> {
  const extent = new Map(zones.map((zone) => [zone.id, areas.reduce((sum, area) => sum + (isMember(zone, area) ? area.areaKm2 : 0), 0)]));
  const rank = (zone: Z, area: Area): number[] => [
    zone.units.includes(area.adcode) ? 0 : 1,
    zone.tier === 'core' ? 0 : 1,
    zone.membership === 'primary' ? 0 : 1,
    extent.get(zone.id) ?? 0
  ];
  return new Map(
    areas.flatMap((area): [string, Z][] => {
      const [first] = zones.filter((zone) => isMember(zone, area)).sort((a, b) => compare(rank(a, area), rank(b, area)));
      return first ? [[area.adcode, first]] : [];
    })
  );
}

const compare = (a: readonly number[], b: readonly number[]): number => a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Counties by the zone that fills them, in the order of the zones; for drawing each zone's ground as one shape. */
export function primaryGround<Z extends Drawn>(zones: readonly Z[], areas: readonly Area[]): Map<Z, string[]> {
  const ground = new Map<Z, string[]>(zones.map((zone) => [zone, []]));
  for (const [adcode, zone] of primaryZones(zones, areas)) ground.get(zone)?.push(adcode);
  return new Map([...ground].filter(([, counties]) => counties.length > 0));
}

/** A unit's edge in the colour of a zone that it belongs to while others fill it, or some of it; `band` counts from the outline inwards. */
export type Frame<Z> = Readonly<{ zone: Z; unit: string; band: number }>;

/**
 * Which units are framed in which zones' colours, the innermost first: each unit that a zone names is seen whole in the zone's colour,
 * as its ground where it fills all of it, or else along its edge, also round what others fill. A core has an outline of its own.
 */
export function framesOf<Z extends Drawn>(zones: readonly Z[], areas: readonly Area[]): Frame<Z>[] {
  const fills = primaryZones(zones, areas);
  const bands = new Map<string, number>();
  const frames = zones.flatMap((zone) =>
    zone.units.flatMap((unit): Frame<Z>[] => {
      const own = areas.filter((area) => codesOf(area).includes(unit));
      if (zone.tier === 'core' || own.every(({ adcode }) => fills.get(adcode) === zone)) return [];
      const band = bands.get(unit) ?? 0;
      bands.set(unit, band + 1);
      return [{ zone, unit, band }];
    })
  );
  return frames.sort((a, b) => b.band - a.band);
}

/** `members` of the unit's `of` counties are the zone's, in part if not all; a county is one of one. */
export type UnitBadge<Z> = Readonly<{ zone: Z; part: boolean; members: number; of: number }>;

/** The zones that a unit's name is marked with. @param areas all county-level areas of the region */
export function badgesOf<Z extends Drawn>(zones: readonly Z[], unit: Pick<AdminUnit, 'adcode' | 'parent'>, areas: readonly Area[]): UnitBadge<Z>[] {
  const below = areas.filter(({ adcode, parent }) => adcode === unit.adcode || parent === unit.adcode);
  return zones.flatMap((zone): UnitBadge<Z>[] => {
    const members = below.filter((area) => isMember(zone, area)).length;
    if (members === 0) return [];
    return [{ zone, part: members < below.length, members, of: below.length }];
  });
}
