import type { Position } from 'geojson';
import { eachEdge, edgeKey, edgeLength } from './edges';
import type { Unit } from './unit';
import { holesOf } from './verify-coverage';

/** Smaller gaps are noise of the grid, which cleaning closes, km². */
const LEAST_KM2 = 0.05;
/** A larger one is no matter of inexact borders: the build stops at it, km². */
const MOST_KM2 = 20;

/**
 * Gives the gaps that the base leaves between units, where the files of neighbours do not fit (沧州), to the unit with the longest border on each.
 * Returns units as multipolygons of touching parts; the caller dissolves them.
 * @param isElsewhere whether a point (WGS 84) is another region's
 */
export async function fillGaps(units: readonly Unit[], isElsewhere: (point: Position) => boolean): Promise<Unit[]> {
  const { holes } = await holesOf(units, isElsewhere);
  const gaps = holes.filter(({ km2 }) => km2 > LEAST_KM2 && km2 < MOST_KM2);
  if (gaps.length === 0) return [...units];
  const owners = new Map<string, Unit>();
  for (const unit of units) eachEdge(unit.geometry, (a, b) => owners.set(edgeKey(a, b), unit));
  const given = new Map<Unit, Position[][][]>();
  for (const { ring } of gaps) {
    const common = new Map<Unit, number>();
    eachEdge({ type: 'Polygon', coordinates: [ring] }, (a, b) => {
      const owner = owners.get(edgeKey(a, b));
      if (owner) common.set(owner, (common.get(owner) ?? 0) + edgeLength(a, b));
    });
    const [longest] = [...common].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (longest) given.set(longest, [...(given.get(longest) ?? []), [[...ring].reverse()]]);
  }
  return units.map((unit) => {
    const more = given.get(unit);
    if (!more) return unit;
    const own = unit.geometry.type === 'Polygon' ? [unit.geometry.coordinates] : unit.geometry.coordinates;
    return { ...unit, geometry: { type: 'MultiPolygon', coordinates: [...own, ...more] } };
  });
}
