import distance from '@turf/distance';
import type { Position } from 'geojson';
import type { Area } from './unit';

/** An end of an authored line this near to the outline (metres) is meant to lie on it: the lines are good to about 80 m, the base to 100 m. */
const REACH = 400;

/**
 * Lets dividing lines begin and end on the outline that they cut: each free end is prolonged to the nearest vertex of the outline.
 * An end that another line shares is a junction and stays. Positions are WGS 84.
 * Throws an Error beginning with `where` if a free end lies farther than 400 m from every vertex.
 */
export function anchorLines(lines: readonly Position[][], outline: Area, where: string): Position[][] {
  const vertices = (outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates).flat(2);
  const ends = lines.flatMap((line) => [line[0]!, line.at(-1)!]);
  const anchor = (end: Position): Position[] => {
    if (ends.filter((other) => same(other, end)).length > 1) return [];
    const [vertex, metres] = nearest(end, vertices);
    if (metres > REACH) throw new Error(`${where}: line end ${end.join(', ')} is ${Math.round(metres)} m from the outline`);
    return metres === 0 ? [] : [vertex];
  };
  return lines.map((line) => [...anchor(line[0]!), ...line, ...anchor(line.at(-1)!)]);
}

function nearest(point: Position, vertices: readonly Position[]): [Position, number] {
  let best = vertices[0]!;
  let least = Infinity;
  for (const vertex of vertices) {
    // a cheap bound in degrees keeps the geodesic distance for the few that matter
    if (Math.abs(vertex[0]! - point[0]!) > 0.02 || Math.abs(vertex[1]! - point[1]!) > 0.02) continue;
    const metres = distance(point, vertex, { units: 'meters' });
    if (metres < least) [best, least] = [vertex, metres];
  }
  return [best, least];
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
