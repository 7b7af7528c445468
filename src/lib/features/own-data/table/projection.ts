import { meridianOfZone, planeSystem } from './systems';
import type { Geodetic } from './systems';

/** Brings metres to degrees; NaN where the point is none of the system's. Gives the same object again and again. */
export type ToDegrees = (x: number, y: number) => Readonly<{ lon: number; lat: number }>;

const DEGREE = 180 / Math.PI;
const WEB_RADIUS = 6378137;
const ELLIPSOIDS: Readonly<Record<Geodetic, string>> = {
  cgcs2000: '+ellps=GRS80',
  wgs84: '+ellps=WGS84',
  xian80: '+a=6378140 +rf=298.257',
  beijing54: '+ellps=krass'
};

/** Proj4 is large, and most files are in degrees. */
const load = async () => (await import('proj4')).default;

/**
 * From a plane system to degrees on its own ellipsoid: no datum is shifted, see Geodetic. A number of a zone before the easting is
 * believed over the system's own meridian, row by row, so that files of several zones, or with and without the number, are read right.
 * @param id of `systems.ts`: a code, or a definition written out
 * @throws Error if proj4 does not know the projection
 */
export async function projection(id: string): Promise<ToDegrees> {
  const out = { lon: NaN, lat: NaN };
  const system = planeSystem(id);
  if (system?.kind === 'web-mercator') {
    return (x, y) => {
      out.lon = (x / WEB_RADIUS) * DEGREE;
      out.lat = Math.atan(Math.sinh(y / WEB_RADIUS)) * DEGREE;
      return out;
    };
  }
  if (system?.kind === 'baidu-mercator') {
    const { default: gcoord } = await import('gcoord');
    return (x, y) => {
      [out.lon = NaN, out.lat = NaN] =
        Number.isFinite(x + y) && Math.abs(x) < 2.1e7 && Math.abs(y) < 2e7 ? gcoord.transform([x, y], gcoord.BD09MC, gcoord.WGS84) : [];
      return out;
    };
  }
  const proj4 = await load();
  if (!system) {
    const { inverse } = proj4(id);
    return (x, y) => {
      [out.lon, out.lat] = inverse([x, y]);
      return out;
    };
  }
  const [geodetic, scale] = system.kind === 'utm' ? (['wgs84', 0.9996] as const) : ([system.geodetic, 1] as const);
  const belts = new Map<number, InstanceType<typeof proj4.Proj>>();
  const beltAt = (meridian: number) => {
    const known = belts.get(meridian);
    if (known) return known;
    const belt = new proj4.Proj(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=500000 +y_0=0 ${ELLIPSOIDS[geodetic]} +units=m +no_defs`);
    belts.set(meridian, belt);
    return belt;
  };
  const own = system.kind === 'utm' ? 6 * system.zone - 183 : system.meridian;
  return (x, y) => {
    const before = system.kind === 'gauss' ? Math.floor(x / 1e6) : 0;
    // a number that no zone has is part of an easting far from its meridian
    const zoned = meridianOfZone(before);
    // beyond a thousand kilometres the series no longer hold
    const east = zoned === undefined ? x : x - 1e6 * before;
    const point = Math.abs(east) < 1.5e6 && Math.abs(y) < 1e7 ? beltAt(zoned ?? own).inverse({ x: east, y }) : null;
    out.lon = point ? point.x * DEGREE : NaN;
    out.lat = point ? point.y * DEGREE : NaN;
    return out;
  };
}
