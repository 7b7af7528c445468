/** A point in WGS 84 degrees: longitude, latitude. */
export type LonLat = readonly [number, number];

const KM_PER_DEGREE = 111.32;
const CORNERS = 48;

/** A circle on the ground as a ring, WGS 84 degrees; good to a few per mille. */
export function circleAround([lon, lat]: LonLat, radiusKm: number): [number, number][] {
  const perLon = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS;
    return [lon + (radiusKm * Math.cos(angle)) / perLon, lat + (radiusKm * Math.sin(angle)) / KM_PER_DEGREE];
  });
}
