import type { Position } from 'geojson';
import { areaKm2 } from './ring-area';
import type { Area } from './unit';

type Ring = [number, number][];

/**
 * A point well inside the largest part of an area: about the centre of the largest circle that fits, found by refining a grid
 * around the best cell (after Agafonkin's polylabel). Longitudes are scaled by the cosine of the latitude.
 * The point keeps clear of `avoid` (water drawn over the land) too. WGS 84 degrees, 4 decimals (10 m).
 */
export function labelPoint(area: Area, avoid: readonly Area[] = []): Position {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const [largest] = [...polygons].sort((a, b) => size(b) - size(a));
  const outer = largest?.[0];
  if (!largest || !outer) throw new Error('boundaries: an empty area has no label point');
  const squeeze = Math.cos((outer[0]![1]! * Math.PI) / 180);
  const flat = (polygon: Position[][]): Ring[] => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x! * squeeze, y!]));
  const land = new Shape(flat(largest));
  const water = avoid.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)).map((polygon) => new Shape(flat(polygon)));
  const xs = outer.map(([x]) => x! * squeeze);
  const ys = outer.map(([, y]) => y!);
  let [left, bottom, right, top] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let best: [number, number, number] = [NaN, NaN, -Infinity];
  for (let round = 0; round < 5; round += 1) {
    const steps = round === 0 ? 24 : 8;
    const [width, height] = [(right - left) / steps, (top - bottom) / steps];
    for (let column = 0; column < steps; column += 1) {
      for (let row = 0; row < steps; row += 1) {
        const x = left + (column + 0.5) * width;
        const y = bottom + (row + 0.5) * height;
        // most points are no candidates, which the first near edge tells
        if (land.isNear(x, y, best[2]) || water.some((shape) => shape.isNear(x, y, best[2]))) continue;
        const clearance = Math.min(land.clearanceOf(x, y), ...water.map((shape) => -shape.clearanceOf(x, y)));
        if (clearance > best[2]) best = [x, y, clearance];
      }
    }
    [left, right, bottom, top] = [best[0] - width, best[0] + width, best[1] - height, best[1] + height];
  }
  return [Number((best[0] / squeeze).toFixed(4)), Number(best[1].toFixed(4))];
}

function size(polygon: Position[][]): number {
  return areaKm2({ type: 'Polygon', coordinates: polygon });
}

/** Rings that points are held against, thousands of them for the same few. */
class Shape {
  /** ax, ay, bx, by of one edge after the other */
  readonly #edges: Float64Array;
  /** The edge that the last point turned out to be near: the next point, a step on, mostly is too. */
  #nearest = 0;

  constructor(rings: readonly Ring[]) {
    this.#edges = Float64Array.from(rings.flatMap((ring) => ring.slice(1).flatMap(([bx, by], index) => [...ring[index]!, bx, by])));
  }

  /** Whether an edge is no further from a point than `distance`, so that its clearance cannot be more. */
  isNear(x: number, y: number, distance: number): boolean {
    if (distance < 0) return false;
    if (Math.sqrt(this.#squaredDistance(this.#nearest, x, y)) <= distance) return true;
    for (let edge = 0; edge < this.#edges.length; edge += 4) {
      if (Math.sqrt(this.#squaredDistance(edge, x, y)) > distance) continue;
      this.#nearest = edge;
      return true;
    }
    return false;
  }

  /** Distance from a point to the nearest edge, negative outside. */
  clearanceOf(x: number, y: number): number {
    const edges = this.#edges;
    let inside = false;
    let least = Infinity;
    for (let edge = 0; edge < edges.length; edge += 4) {
      const ay = edges[edge + 1]!;
      const by = edges[edge + 3]!;
      if (ay > y !== by > y && x < edges[edge]! + ((y - ay) / (by - ay)) * (edges[edge + 2]! - edges[edge]!)) inside = !inside;
      least = Math.min(least, this.#squaredDistance(edge, x, y));
    }
    return inside ? Math.sqrt(least) : -Math.sqrt(least);
  }

  #squaredDistance(edge: number, x: number, y: number): number {
    const ax = this.#edges[edge]!;
    const ay = this.#edges[edge + 1]!;
    const dx = this.#edges[edge + 2]! - ax;
    const dy = this.#edges[edge + 3]! - ay;
    const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    const ex = x - ax - along * dx;
    const ey = y - ay - along * dy;
    return ex * ex + ey * ey;
  }
}
