import type { Datum } from './guess';

/*
 * Chinese map datums to WGS 84 in place, for millions of points. The formulas and constants are those of gcoord (MIT), which the
 * tests hold this file against; here without an array per point and with fewer sines.
 */

const { sin, cos, sqrt, abs, atan2, PI } = Math;
/** semi-major axis and first eccentricity squared of the Krasovsky 1940 ellipsoid, as the published GCJ-02 formulas have it */
const A = 6378245;
const EE = 0.006693421622965823;
const BAIDU = (PI * 3000) / 180;
/** gcoord's own stop, degrees */
const CLOSE = 1e-6;
/** Three or four are needed. At the very edge of the box gcoord itself goes back and forth for ever. */
const MOST_ROUNDS = 12;

/** Outside this box around China GCJ-02 is WGS 84. */
const shifted = (lon: number, lat: number) => lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

/** Shift of a WGS 84 point in GCJ-02, degrees; sin 3a = 3 sin a − 4 sin³ a spares half of the sines. */
const shift = { lon: 0, lat: 0 };
function shiftAt(lon: number, lat: number): void {
  const x = lon - 105;
  const y = lat - 35;
  const root = sqrt(abs(x));
  const s3 = sin((x / 3) * PI);
  const c3 = cos((x / 3) * PI);
  const s1 = s3 * (3 - 4 * s3 * s3);
  const s2 = 2 * s1 * (c3 * (4 * c3 * c3 - 3));
  const wave = ((20 * (s2 * (3 - 4 * s2 * s2)) + 20 * s2) * 2) / 3;
  const t3 = sin((y / 3) * PI);
  const t1 = t3 * (3 - 4 * t3 * t3);
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave + ((20 * t1 + 40 * t3) * 2) / 3;
  const metresNorth = north + ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave + ((20 * s1 + 40 * s3) * 2) / 3;
  const metresEast = east + ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;
  const radians = (lat / 180) * PI;
  const s = sin(radians);
  const magic = 1 - EE * s * s;
  const rootMagic = sqrt(magic);
  shift.lon = (metresEast * 180) / ((A / rootMagic) * cos(radians) * PI);
  shift.lat = (metresNorth * 180) / (((A * (1 - EE)) / (magic * rootMagic)) * PI);
}

/** GCJ-02 → WGS 84 by gcoord's iteration: go back by what the forward formula is off, until that is below 0.1 m. */
function fromGcj(positions: Float64Array, at: number): void {
  const lon = positions[at] as number;
  const lat = positions[at + 1] as number;
  if (!shifted(lon, lat)) return;
  let [x, y] = [lon, lat];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let [dx, dy] = [x - lon, y - lat];
    if (shifted(x, y)) {
      shiftAt(x, y);
      dx = x + shift.lon - lon;
      dy = y + shift.lat - lat;
    }
    if (!(abs(dx) > CLOSE || abs(dy) > CLOSE)) break;
    x -= dx;
    y -= dy;
  }
  positions[at] = x;
  positions[at + 1] = y;
}

function fromBaidu(positions: Float64Array, at: number): void {
  const x = (positions[at] as number) - 0.0065;
  const y = (positions[at + 1] as number) - 0.006;
  const z = sqrt(x * x + y * y) - 0.00002 * sin(y * BAIDU);
  const theta = atan2(y, x) - 0.000003 * cos(x * BAIDU);
  positions[at] = z * cos(theta);
  positions[at + 1] = z * sin(theta);
  fromGcj(positions, at);
}

/**
 * Convert points to WGS 84 in place.
 * @param positions longitude and latitude by turns, degrees; NaN stays NaN
 * @param from, to rows (not array places), `to` excluded
 * @param only where given: convert the rows for which it is 0 (PLACEMENTS' 'point'), leave the others
 */
export function toWgs84(positions: Float64Array, datum: Datum, from = 0, to = positions.length / 2, only?: Uint8Array): void {
  if (datum === 'wgs84') return;
  const convert = datum === 'gcj02' ? fromGcj : fromBaidu;
  for (let row = from; row < to; row++) if (!only || only[row] === 0) convert(positions, 2 * row);
}

/** A WGS 84 point in another datum, degrees: for positions that are handed out again. */
export function fromWgs84(lon: number, lat: number, datum: Datum): readonly [lon: number, lat: number] {
  if (datum === 'wgs84' || !shifted(lon, lat)) return [lon, lat];
  shiftAt(lon, lat);
  const x = lon + shift.lon;
  const y = lat + shift.lat;
  if (datum === 'gcj02') return [x, y];
  const z = sqrt(x * x + y * y) + 0.00002 * sin(y * BAIDU);
  const theta = atan2(y, x) + 0.000003 * cos(x * BAIDU);
  return [z * cos(theta) + 0.0065, z * sin(theta) + 0.006];
}
