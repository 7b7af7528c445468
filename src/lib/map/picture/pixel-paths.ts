import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { ringSize } from '../layers/geometry';

/* SVG path data from shapes whose coordinates are whole pixels (see project-topology.ts), step by step. */

/** Islets below this area, px², would be noise; the largest part of a shape is always drawn. */
const SMALLEST = 3;

/** A line without points repeated. */
export const distinctPoints = (line: readonly Position[]): Position[] =>
  line.filter((point, i) => i === 0 || point[0] !== line[i - 1]?.[0] || point[1] !== line[i - 1]?.[1]);

/** Points on a straight run, and points repeated, say nothing. */
function tidy(line: readonly Position[]): Position[] {
  const distinct = distinctPoints(line);
  return distinct.filter(([x = 0, y = 0], i) => {
    const [before, after] = [distinct[i - 1], distinct[i + 1]];
    if (!before || !after) return true;
    const [bx = 0, by = 0] = before;
    const [ax = 0, ay = 0] = after;
    return (x - bx) * (ay - y) !== (ax - x) * (y - by);
  });
}

/** From a point on, step by step after one letter: a minus parts numbers as well as a blank does. */
export function pathOf([[x = 0, y = 0] = [], ...others]: readonly Position[]): string {
  let [atX, atY] = [x, y];
  const steps = others.flatMap(([toX = 0, toY = 0]) => {
    const step = [toX - atX, toY - atY];
    [atX, atY] = [toX, toY];
    return step;
  });
  return `M${x} ${y}${steps.map((step, i) => `${i === 0 ? 'l' : step < 0 ? '' : ' '}${step}`).join('')}`;
}

/** Land without islets too small to see. @param smallest area of what stays, px² */
export const withoutIslets = ({ coordinates, ...shape }: MultiPolygon, smallest = SMALLEST): MultiPolygon => ({
  ...shape,
  coordinates: coordinates.filter(([outline]) => outline && ringSize(outline) >= smallest)
});

/** Closed outlines, without islets too small to see. */
export function areaPath({ coordinates }: MultiPolygon): string {
  const rings = coordinates.flat();
  const sizes = rings.map(ringSize);
  const largest = Math.max(0, ...sizes);
  return rings
    .filter((ring, i) => ring.length > 2 && ((sizes[i] ?? 0) >= SMALLEST || sizes[i] === largest))
    .map((ring) => `${pathOf(tidy(ring).slice(0, -1))}z`)
    .join('');
}

export const linePath = ({ coordinates }: MultiLineString): string => coordinates.map((line) => pathOf(tidy(line))).join('');
