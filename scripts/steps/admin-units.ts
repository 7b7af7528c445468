import bbox from '@turf/bbox';
import { AdminUnits } from '#lib/schema/atlas';
import type { AdminUnit } from '#lib/schema/atlas';
import type { Boundaries } from './boundaries/describe';

/**
 * The administrative units of boundary collections, without their outlines; a unit of several collections once.
 * @throws Error naming the units that are above themselves: whatever climbs from unit to unit would never end
 */
export function adminUnits(levels: readonly Boundaries[]): AdminUnit[] {
  const features = new Map(levels.flatMap((level) => level.features.map((feature) => [feature.properties.adcode, feature] as const)));
  const units = AdminUnits.safeParse(
    [...features.values()].map((feature): AdminUnit => {
      const { adcode, nameZh, nameEn, level, parent, undivided, areaKm2, labelLon, labelLat } = feature.properties;
      const [west, south, east, north] = bbox(feature);
      return {
        adcode,
        name: { zh: nameZh, en: nameEn },
        level,
        ...(parent ? { parent } : {}),
        ...(undivided ? { undivided } : {}),
        areaKm2,
        label: [labelLon, labelLat],
        bbox: [west, south, east, north]
      };
    })
  );
  if (units.success) return units.data;
  throw new Error(`boundaries: ${units.error.issues.map(({ message }) => message).join('; ')}`);
}
