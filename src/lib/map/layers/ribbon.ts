import { centreOf, distance, lengthOf, planeAt } from './plane';
import type { Km, LonLat } from './plane';

/** Points that the curve gets between two members. */
const STEPS = 16;
/** How far a line between just two points bows aside, as a share of its length. */
const BOW = 0.12;

/**
 * A smooth line through the members of a belt, in an order that makes a short way of it. Schematic: the documents
 * name the members and draw no line.
 * @param points label points of the members, WGS 84 degrees
 * @returns the curve in degrees, or nothing for fewer than two members; it passes through every point
 */
export function ribbonThrough(points: readonly LonLat[]): [number, number][] {
  if (points.length < 2) return [];
  const plane = planeAt(centreOf(points));
  const ordered = shorten(alongPrincipalAxis(points.map(plane.toKm)));
  return (ordered.length === 2 ? bow(ordered) : catmullRom(ordered)).map(plane.toLonLat);
}

/** Order points along the direction in which they spread most. */
function alongPrincipalAxis(points: readonly Km[]): Km[] {
  const mean = centreOf(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    const [dx, dy] = [x - mean[0], y - mean[1]];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const along = ([x, y]: Km) => x * Math.cos(angle) + y * Math.sin(angle);
  return [...points].sort((a, b) => along(a) - along(b));
}

/** Turn stretches of an open way round as long as that makes it shorter (2-opt). */
function shorten(way: Km[]): Km[] {
  let best = way;
  let improved = true;
  while (improved) {
    improved = false;
    for (let from = 0; from < best.length - 1; from++) {
      for (let to = from + 1; to < best.length; to++) {
        const turned = [...best.slice(0, from), ...best.slice(from, to + 1).reverse(), ...best.slice(to + 1)];
        if (lengthOf(turned) < lengthOf(best) - 1e-9) {
          best = turned;
          improved = true;
        }
      }
    }
  }
  return best;
}

function bow([a, b]: readonly Km[]): Km[] {
  if (!a || !b) return [];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return Array.from({ length: STEPS + 1 }, (_, i): Km => {
    const t = i / STEPS;
    const aside = 4 * BOW * t * (1 - t);
    return [a[0] + dx * t - dy * aside, a[1] + dy * t + dx * aside];
  });
}

/** Centripetal Catmull-Rom spline: smooth, through all points, without loops where points lie close. */
function catmullRom(points: readonly Km[]): Km[] {
  const mirror = (of: Km, at: Km): Km => [2 * at[0] - of[0], 2 * at[1] - of[1]];
  const [first, second] = points;
  const [last, beforeLast] = [points.at(-1), points.at(-2)];
  if (!first || !second || !last || !beforeLast) return [...points];
  const all = [mirror(second, first), ...points, mirror(beforeLast, last)];
  const curve: Km[] = [];
  for (let i = 1; i + 2 < all.length; i++) {
    const quad = all.slice(i - 1, i + 3) as [Km, Km, Km, Km];
    for (let step = 0; step < STEPS; step++) curve.push(splinePoint(quad, step / STEPS));
  }
  return [...curve, last];
}

function splinePoint([p0, p1, p2, p3]: readonly [Km, Km, Km, Km], t: number): Km {
  const knot = (from: number, a: Km, b: Km) => from + Math.max(Math.sqrt(distance(a, b)), 1e-6);
  const t1 = knot(0, p0, p1);
  const t2 = knot(t1, p1, p2);
  const t3 = knot(t2, p2, p3);
  const at = t1 + t * (t2 - t1);
  const mix = (a: Km, b: Km, from: number, to: number): Km => {
    const share = (at - from) / (to - from);
    return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  };
  const a1 = mix(p0, p1, 0, t1);
  const a2 = mix(p1, p2, t1, t2);
  const a3 = mix(p2, p3, t2, t3);
  return mix(mix(a1, a2, 0, t2), mix(a2, a3, t1, t3), t1, t2);
}
