import { centreOf, distance, lengthOf, planeAt } from './plane';
import type { Km, LonLat } from './plane';

/** Points round each member, so that the padded hull has round corners. */
const CORNER = 24;

/**
 * A closed line round the members of a circle: the convex hull, padded, with round corners. Schematic.
 * @param points label points of the members, WGS 84 degrees
 * @param paddingKm distance kept from the points
 * @returns a ring in degrees, first point repeated at the end; empty without points
 */
export function loopAround(points: readonly LonLat[], paddingKm: number): [number, number][] {
  if (points.length === 0) return [];
  const plane = planeAt(centreOf(points));
  const padded = points.map(plane.toKm).flatMap(([x, y]) =>
    Array.from({ length: CORNER }, (_, i): Km => {
      const angle = (2 * Math.PI * i) / CORNER;
      return [x + paddingKm * Math.cos(angle), y + paddingKm * Math.sin(angle)];
    })
  );
  const hull = convexHull(padded);
  return [...hull, ...hull.slice(0, 1)].map(plane.toLonLat);
}

/** Convex hull, counter-clockwise (Andrew's monotone chain). */
export function convexHull(points: readonly Km[]): Km[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Km[]): Km[] => {
    const chain: Km[] = [];
    for (const point of ordered) {
      for (let [a, b] = chain.slice(-2); a && b && cross(a, b, point) <= 0; [a, b] = chain.slice(-2)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const cross = (a: Km, b: Km, c: Km) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

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
