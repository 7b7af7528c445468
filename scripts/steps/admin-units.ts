import bbox from '@turf/bbox';
import type { AdminUnit } from '#lib/schema/atlas';
import type { Boundaries } from './boundaries/describe';

/** The administrative units of boundary collections, without their outlines. */
export function adminUnits(levels: readonly Boundaries[]): AdminUnit[] {
  return levels.flatMap(({ features }) =>
    features.map((feature): AdminUnit => {
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
