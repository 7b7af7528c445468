import { geoIdentity, geoPath } from 'd3-geo';
import type { GeoPermissibleObjects } from 'd3-geo';
import { distinctPoints, pathOf } from './pixel-paths';
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
  const pixels = (point: string) => point.split(',').map((value) => Math.round(Number(value)));
  return path
    .split(/(?=[MZ])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('Z') ? 'z' : pathOf(distinctPoints(part.slice(1).split('L').map(pixels)))))
    .join('');
}

/** An open line through points, px. */
export const linePathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** A path element, or nothing for empty path data. */
export const pathTag = (d: string, attributes: Readonly<Record<string, string | number | undefined>>): string =>
  d === '' ? '' : tag('path', { d, ...attributes });
