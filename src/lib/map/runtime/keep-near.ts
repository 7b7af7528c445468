/** Degrees beyond the region that its map's centre may go to the east and west. */
const LEEWAY = 1.2;
/** How far beyond the region, in shares of its height, a view may reach to the north and south: its neighbours are seen, and nothing further off. */
const AROUND = 0.25;
/** Web Mercator: px round the earth at zoom 0. */
const WORLD = 512;

const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
const latitude = (y: number): number => (Math.atan(Math.exp(y * 2 * Math.PI)) * 360) / Math.PI - 90;
const between = (value: number, a: number, b: number): number => Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b));

/**
 * The centre nearest to the one wanted from which a map shows the region and what lies around it, and no more of the country.
 * Where a view is higher than all that, it holds all that.
 * @param centre WGS 84 degrees
 * @param region [west, south, east, north], degrees
 * @param height of the map, CSS px
 */
export function keepNear(
  centre: Readonly<{ lng: number; lat: number }>,
  zoom: number,
  [west, south, east, north]: readonly [number, number, number, number],
  height: number
): { lng: number; lat: number } {
  const beyond = (north - south) * AROUND;
  const half = height / 2 / (WORLD * 2 ** zoom);
  const y = between(northing(centre.lat), northing(south - beyond) + half, northing(north + beyond) - half);
  return { lng: between(centre.lng, west - LEEWAY, east + LEEWAY), lat: latitude(y) };
}
