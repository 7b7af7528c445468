/** A point in WGS 84 degrees: longitude, latitude. */
export type LonLat = readonly [number, number];
/** A point in a local plane: kilometres east and north of its origin. */
export type Km = readonly [number, number];

const KM_PER_DEGREE = 111.32;

/** A local equirectangular plane; good to a few per mille within a province, which is ample for schematic lines. */
export function planeAt([lon0, lat0]: LonLat): { toKm: (point: LonLat) => Km; toLonLat: (point: Km) => [number, number] } {
  const perLon = KM_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  return {
    toKm: ([lon, lat]) => [(lon - lon0) * perLon, (lat - lat0) * KM_PER_DEGREE],
    toLonLat: ([x, y]) => [lon0 + x / perLon, lat0 + y / KM_PER_DEGREE]
  };
}

/** Mean of some points, degrees. */
export const centreOf = (points: readonly LonLat[]): LonLat => [
  points.reduce((sum, [lon]) => sum + lon, 0) / points.length,
  points.reduce((sum, [, lat]) => sum + lat, 0) / points.length
];

export const distance = ([ax, ay]: Km, [bx, by]: Km): number => Math.hypot(bx - ax, by - ay);

/** Length of a line, km. */
export const lengthOf = (line: readonly Km[]): number => line.reduce((sum, point, i) => sum + (i > 0 ? distance(line[i - 1] ?? point, point) : 0), 0);
