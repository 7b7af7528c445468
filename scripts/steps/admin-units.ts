import bbox from '@turf/bbox';
import { AdminUnits } from '#lib/schema/atlas';
import type { AdminUnit } from '#lib/schema/atlas';
import type { Boundaries } from './boundaries/describe';

/**
 * The administrative units of boundary collections, without their outlines; a unit of several collections once.
 * @throws ZodError if a unit is above itself: whatever climbs from unit to unit would never end
 */
export function adminUnits(levels: readonly Boundaries[]): AdminUnit[] {
  const features = new Map(levels.flatMap((level) => level.features.map((feature) => [feature.properties.adcode, feature] as const)));
  return AdminUnits.parse(
    [...features.values()].map((feature): AdminUnit => {
      const { adcode, nameZh, nameEn, level, parent, areaKm2, labelLon, labelLat } = feature.properties;
      const [west, south, east, north] = bbox(feature);
      return {
        adcode,
        name: { zh: nameZh, en: nameEn },
        level,
        ...(parent ? { parent } : {}),
        areaKm2,
        label: [labelLon, labelLat],
        bbox: [west, south, east, north]
      };
    })
  );
}
