import { centreOf, distance, lengthOf, planeAt } from './plane';
import type { Km, LonLat } from './plane';

/** Directions in which the loop is computed, evenly round the compass. */
const DIRECTIONS = 144;
/** How widely corners are rounded: standard deviation of the smoothing, in directions. */
const ROUNDING = 9;

/**
 * A smooth convex line round the members of a circle. Schematic: the documents name the members and draw no line.
 *
 * The hull is described by how far it reaches in each direction; blurring that rounds the corners and keeps the
 * line convex, and adding what the blur took (and the padding) keeps every member inside.
 * @param points label points of the members, WGS 84 degrees
 * @param paddingKm least distance kept from the points
 * @returns a ring in degrees, first point repeated at the end; empty without points
 */
export function loopAround(points: readonly LonLat[], paddingKm: number): [number, number][] {
  if (points.length === 0) return [];
  const plane = planeAt(centreOf(points));
  const km = points.map(plane.toKm);
  const angles = Array.from({ length: DIRECTIONS }, (_, i) => (2 * Math.PI * i) / DIRECTIONS);
  const reach = angles.map((angle) => Math.max(...km.map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle))));
  const soft = blurred(reach);
  const lost = Math.max(...reach.map((far, i) => far - (soft[i] ?? 0)));
  const grown = soft.map((far) => far + lost + paddingKm);
  const ring = angles.map((angle, i): Km => {
    const at = (j: number) => grown[(j + DIRECTIONS) % DIRECTIONS] ?? 0;
    const slope = ((at(i + 1) - at(i - 1)) * DIRECTIONS) / (4 * Math.PI);
    return [at(i) * Math.cos(angle) - slope * Math.sin(angle), at(i) * Math.sin(angle) + slope * Math.cos(angle)];
  });
  return [...ring, ...ring.slice(0, 1)].map(plane.toLonLat);
}

/** Gaussian mean over neighbouring directions. */
function blurred(values: readonly number[]): number[] {
  const span = ROUNDING * 3;
  const weights = Array.from({ length: 2 * span + 1 }, (_, i) => Math.exp(-0.5 * ((i - span) / ROUNDING) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.map((_, i) => weights.reduce((sum, weight, j) => sum + weight * (values[(i + j - span + values.length) % values.length] ?? 0), 0) / total);
}

/**
 * Cut a line into dashes of equal length; a closed line gets a whole number of them.
 * @param count dashes wanted
 * @param share of dash against dash and gap, 0–1
 */
export function dashes(line: readonly LonLat[], count: number, share = 0.6): [number, number][][] {
  if (line.length < 2) return [];
  const plane = planeAt(centreOf(line));
  const km = line.map(plane.toKm);
  const period = lengthOf(km) / count;
  return Array.from({ length: count }, (_, i) => stretch(km, i * period, (i + share) * period).map(plane.toLonLat));
}

/** The part of a line between two distances from its start, km. */
function stretch(line: readonly Km[], from: number, to: number): Km[] {
  const part: Km[] = [];
  let done = 0;
  line.forEach((b, i) => {
    const a = line[i - 1];
    if (!a) return;
    const length = distance(a, b);
    const at = (along: number): Km => {
      const t = length > 0 ? (along - done) / length : 0;
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    };
    if (done + length >= from && done <= to) {
      if (part.length === 0) part.push(at(Math.max(from, done)));
      part.push(at(Math.min(to, done + length)));
    }
    done += length;
  });
  return part;
}

/** A circle on the ground as a ring, WGS 84 degrees. */
export function circleAround(centre: LonLat, radiusKm: number): [number, number][] {
  const plane = planeAt(centre);
  return Array.from({ length: 49 }, (_, i) => {
    const angle = (2 * Math.PI * (i % 48)) / 48;
    return plane.toLonLat([radiusKm * Math.cos(angle), radiusKm * Math.sin(angle)]);
  });
}
