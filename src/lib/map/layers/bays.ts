import inside from '@turf/boolean-point-in-polygon';
import type { Feature, MultiLineString, Polygon, MultiPolygon, Position } from 'geojson';

type Area = Feature<Polygon | MultiPolygon>;

/** Steps across a bay in which a line is looked at. */
const STEPS = 60;

const ringsOf = ({ geometry }: Area): Position[][] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat());
const middle = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): Position => [(ax + bx) / 2, (ay + by) / 2];

/** A bay with the box around it: most lines are nowhere near. */
function boxed(bay: Area) {
  const points = ringsOf(bay).flat();
  const range = (axis: 0 | 1): [number, number] => {
    const values = points.map((point) => point[axis] ?? 0);
    return [Math.min(...values), Math.max(...values)];
  };
  const [[west, east], [south, north]] = [range(0), range(1)];
  const near = (a: Position, b: Position) =>
    Math.max(a[0] ?? 0, b[0] ?? 0) > west &&
    Math.min(a[0] ?? 0, b[0] ?? 0) < east &&
    Math.max(a[1] ?? 0, b[1] ?? 0) > south &&
    Math.min(a[1] ?? 0, b[1] ?? 0) < north;
  return { bay, near, step: (east - west) / STEPS };
}

/** Administrative lines without what of them lies on the water of bays: drawn there they would look like a shore. */
export function withoutBays({ coordinates }: MultiLineString, bays: readonly Area[]): MultiLineString {
  const all = bays.map(boxed);
  const kept = coordinates.flatMap((line) => {
    const runs: Position[][] = [[]];
    line.forEach((point, i) => {
      const before = line[i - 1];
      const near = before && all.find((one) => one.near(before, point));
      if (!before || !near) return runs.at(-1)?.push(point);
      const [dx, dy] = [(point[0] ?? 0) - (before[0] ?? 0), (point[1] ?? 0) - (before[1] ?? 0)];
      const parts = Math.max(1, Math.ceil(Math.hypot(dx, dy) / near.step));
      const at = (k: number): Position => [(before[0] ?? 0) + (dx * k) / parts, (before[1] ?? 0) + (dy * k) / parts];
      for (let k = 1; k <= parts; k += 1) {
        if (inside(middle(at(k - 1), at(k)), near.bay)) runs.push([at(k)]);
        else runs.at(-1)?.push(at(k));
      }
    });
    return runs.filter(({ length }) => length > 1);
  });
  return { type: 'MultiLineString', coordinates: kept };
}

/** The shores of bays: their outlines as far as they lie within a region, without their mouths. */
export const shoresOf = (bays: readonly Area[], region: readonly Area[]): Position[][] =>
  bays.flatMap((bay) =>
    ringsOf(bay).flatMap((ring) =>
      ring.flatMap((point, i) => {
        const before = ring[i - 1];
        return before && region.some((area) => inside(middle(before, point), area)) ? [[before, point]] : [];
      })
    )
  );
