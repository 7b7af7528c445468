import type { Position } from 'geojson';
import type { Area } from './unit';

/** An undirected edge as text; equal for both directions. */
export function edgeKey(a: Position, b: Position): string {
  const from = `${a[0]},${a[1]}`;
  const to = `${b[0]},${b[1]}`;
  return from < to ? `${from};${to}` : `${to};${from}`;
}

/** Calls `visit` with every edge of every ring. */
export function eachEdge(area: Area, visit: (a: Position, b: Position) => void): void {
  for (const polygon of area.type === 'Polygon' ? [area.coordinates] : area.coordinates) {
    for (const ring of polygon) {
      for (let index = 1; index < ring.length; index += 1) visit(ring[index - 1]!, ring[index]!);
    }
  }
}

/** Length of an edge in degrees; only good to compare edges that lie side by side. */
export function edgeLength(a: Position, b: Position): number {
  return Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
}
