import type { Position } from 'geojson';

type Segment = readonly [Position, Position];

/**
 * Pairs of segments of closed rings that cross outside a common vertex. Segments that occur twice (a border seen from both sides)
 * count once. A grid of 0.01° keeps the comparison to neighbours.
 */
export function crossings(rings: readonly Position[][]): string[] {
  const segments = new Map<string, Segment>();
  for (const ring of rings) {
    ring.slice(1).forEach((b, index) => {
      const a = ring[index]!;
      segments.set([a.join(), b.join()].sort().join(';'), [a, b]);
    });
  }
  const cells = new Map<string, Segment[]>();
  for (const segment of segments.values()) for (const cell of cellsOf(segment)) cells.set(cell, [...(cells.get(cell) ?? []), segment]);
  const found = new Set<string>();
  for (const near of cells.values()) {
    near.forEach((one, index) => {
      for (const other of near.slice(index + 1)) if (cross(one, other)) found.add([one.join(), other.join()].sort().join(' x '));
    });
  }
  return [...found];
}

function cellsOf([[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment): string[] {
  const cells: string[] = [];
  for (let x = Math.floor(Math.min(ax, bx) * 100); x <= Math.floor(Math.max(ax, bx) * 100); x += 1) {
    for (let y = Math.floor(Math.min(ay, by) * 100); y <= Math.floor(Math.max(ay, by) * 100); y += 1) cells.push(`${x},${y}`);
  }
  return cells;
}

function cross([a, b]: Segment, [c, d]: Segment): boolean {
  const same = (p: Position, q: Position): boolean => p[0] === q[0] && p[1] === q[1];
  if (same(a, c) || same(a, d) || same(b, c) || same(b, d)) return false;
  const side = (p: Position, q: Position, r: Position): number => Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
