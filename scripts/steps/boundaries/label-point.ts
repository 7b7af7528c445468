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
  const rings = flat(largest);
  const water = avoid.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)).map(flat);
  const xs = rings[0]!.map(([x]) => x);
  const ys = rings[0]!.map(([, y]) => y);
  let [left, bottom, right, top] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let best: [number, number, number] = [NaN, NaN, -Infinity];
  for (let round = 0; round < 5; round += 1) {
    const steps = round === 0 ? 24 : 8;
    const [width, height] = [(right - left) / steps, (top - bottom) / steps];
    for (let column = 0; column < steps; column += 1) {
      for (let row = 0; row < steps; row += 1) {
        const x = left + (column + 0.5) * width;
        const y = bottom + (row + 0.5) * height;
        const clearance = Math.min(clearanceOf(x, y, rings), ...water.map((shape) => -clearanceOf(x, y, shape)));
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

/** Distance from a point to the nearest edge, negative outside. */
function clearanceOf(x: number, y: number, rings: readonly Ring[]): number {
  let inside = false;
  let least = Infinity;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index += 1) {
      const [ax, ay] = ring[index - 1]!;
      const [bx, by] = ring[index]!;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      const [ex, ey] = [x - ax - along * dx, y - ay - along * dy];
      least = Math.min(least, ex * ex + ey * ey);
    }
  }
  return inside ? Math.sqrt(least) : -Math.sqrt(least);
}
