import { geoIdentity, geoPath } from 'd3-geo';
import type { GeoPermissibleObjects } from 'd3-geo';
import { tag } from './xml';

/**
 * Path data of shapes in pixels, cut off a little beyond the picture: a neighbouring province reaches far past its edge.
 * @param beyond the edge, px; more than the widest line, so that no cut edge is seen
 */
export function pathsWithin(width: number, height: number, beyond: number): (shape: GeoPermissibleObjects) => string {
  const path = geoPath(
    geoIdentity().clipExtent([
      [-beyond, -beyond],
      [width + beyond, height + beyond]
    ])
  ).digits(1);
  return (shape) => path(shape) ?? '';
}

/** The same path in whole pixels, step by step: about half as long. */
export function inSteps(path: string): string {
  let [x, y] = [0, 0];
  return path
    .split(/(?=[MLZ])/)
    .map((part) => {
      if (part.startsWith('Z')) return 'z';
      const [nextX = 0, nextY = 0] = part.slice(1).split(',').map(Number).map(Math.round);
      const [dx, dy] = [nextX - x, nextY - y];
      [x, y] = [nextX, nextY];
      if (part.startsWith('M')) return `M${x} ${y}`;
      return dx === 0 && dy === 0 ? '' : `l${dx}${dy < 0 ? '' : ' '}${dy}`;
    })
    .join('');
}

/** An open line through points, px. */
export const linePathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** A path element, or nothing for empty path data. */
export const pathTag = (d: string, attributes: Readonly<Record<string, string | number | undefined>>): string =>
  d === '' ? '' : tag('path', { d, ...attributes });
