import type { Geometry, Position } from 'geojson';
import type { Box } from './place-labels';

/** Points looked at in each direction. */
const GRID = 22;

/**
 * A point inside a shape where a label of a size keeps clear of the shape's edge and of what is already there.
 * @returns undefined where there is no such room
 */
export function emptyRoom(
  shape: Geometry,
  within: Box,
  { width, height }: Readonly<{ width: number; height: number }>,
  taken: readonly Box[]
): readonly [number, number] | undefined {
  const all = shape.type === 'Polygon' ? shape.coordinates : shape.type === 'MultiPolygon' ? shape.coordinates.flat() : [];
  const rings = all.filter((ring) => touches(ring, within));
  if (rings.length === 0) return undefined;
  let best: { spot: readonly [number, number]; room: number } | undefined;
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const x = within.x + ((column + 0.5) * within.width) / GRID;
      const y = within.y + ((row + 0.5) * within.height) / GRID;
      const box: Box = { x: x - width / 2, y: y - height / 2, width, height };
      const edge = Math.min(box.x - within.x, box.y - within.y, within.x + within.width - box.x - width, within.y + within.height - box.y - height);
      if (edge < 0 || taken.some((other) => meets(box, other))) continue;
      const corners = [
        [x, y],
        [box.x, box.y],
        [box.x + width, box.y],
        [box.x, box.y + height],
        [box.x + width, box.y + height]
      ] as const;
      if (!corners.every(([cx, cy]) => contains(rings, cx, cy))) continue;
      const room = Math.min(edge, ...taken.map((other) => gap(box, other)));
      if (!best || room > best.room) best = { spot: [x, y], room };
    }
  }
  return best?.spot;
}

const meets = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const gap = (a: Box, b: Box): number => Math.max(0, b.x - a.x - a.width, a.x - b.x - b.width) + Math.max(0, b.y - a.y - a.height, a.y - b.y - b.height);

/** Whether a ring's box meets the picture. */
function touches(ring: readonly Position[], { x, y, width, height }: Box): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [px = 0, py = 0] of ring) {
    left = Math.min(left, px);
    right = Math.max(right, px);
    top = Math.min(top, py);
    bottom = Math.max(bottom, py);
  }
  return left < x + width && right > x && top < y + height && bottom > y;
}

/** Even-odd rule over all rings. */
function contains(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = 0, yi = 0] = ring[i] ?? [];
      const [xj = 0, yj = 0] = ring[j] ?? [];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
