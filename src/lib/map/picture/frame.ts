/* Where points of the earth stand on a picture: Web Mercator, like the interactive map, north up. */

export type Point = [number, number];
/** [west, south, east, north], WGS 84 degrees. */
export type Bounds = readonly [number, number, number, number];
export type Frame = Readonly<{
  /** px */
  width: number;
  height: number;
  /** position, px from the top left, of a point in WGS 84 degrees */
  project: (lon: number, lat: number) => Point;
  /** the point at a position */
  locate: (x: number, y: number) => Point;
  /** what is to be seen, degrees; the whole picture */
  bounds: Bounds;
  /** latitude of the picture's middle, degrees */
  centreLat: number;
  /** ground size of a pixel at a latitude, km; at the picture's middle if none is given */
  kmPerPixel: (lat?: number) => number;
}>;

/** Mean radius of the earth (IUGG), km. */
const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;
const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2));
const latitude = (north: number): number => (2 * Math.atan(Math.exp(north)) - Math.PI / 2) / RADIANS;

/**
 * A picture that some bounds fill as far as its shape allows.
 * @param margin kept free around the bounds, px
 */
export function fitFrame([west, south, east, north]: Bounds, width: number, height: number, margin: number): Frame {
  const [x0, x1, y0, y1] = [west * RADIANS, east * RADIANS, northing(south), northing(north)];
  const room = (size: number) => Math.max(size - 2 * margin, size / 4);
  const scale = Math.min(room(width) / Math.max(x1 - x0, 1e-9), room(height) / Math.max(y1 - y0, 1e-9));
  const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const project = (lon: number, lat: number): Point => [width / 2 + (lon * RADIANS - middleX) * scale, height / 2 - (northing(lat) - middleY) * scale];
  const locate = (x: number, y: number): Point => [((x - width / 2) / scale + middleX) / RADIANS, latitude((height / 2 - y) / scale + middleY)];
  const centreLat = latitude(middleY);
  const kmPerPixel = (lat = centreLat) => (EARTH_KM * Math.cos(lat * RADIANS)) / scale;
  const [left, top] = locate(0, 0);
  const [right, bottom] = locate(width, height);
  return { width, height, project, locate, bounds: [left, bottom, right, top], centreLat, kmPerPixel };
}

/** A wider picture names prefectures, a nearer one counties; degrees of longitude. */
const COUNTY_SPAN = 3.4;
/** The units that a picture of these bounds names. */
export const levelOf = ([west, , east]: Bounds): 'prefecture' | 'county' => (east - west > COUNTY_SPAN ? 'prefecture' : 'county');

/** Bounds around some others; undefined without any. */
export function around(all: readonly Bounds[]): Bounds | undefined {
  const [first, ...others] = all;
  if (!first) return undefined;
  return others.reduce<Bounds>((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])], first);
}

/** Bounds with surroundings. @param share of their larger side @param leastKm on each side */
export function widened([west, south, east, north]: Bounds, share: number, leastKm: number): Bounds {
  const kmPerLat = EARTH_KM * RADIANS;
  const kmPerLon = kmPerLat * Math.cos(((south + north) / 2) * RADIANS);
  const km = Math.max(leastKm, share * Math.max((east - west) * kmPerLon, (north - south) * kmPerLat));
  return [west - km / kmPerLon, south - km / kmPerLat, east + km / kmPerLon, north + km / kmPerLat];
}

export const overlap = (a: Bounds, b: Bounds): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
