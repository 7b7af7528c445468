import { eachEdge, edgeKey, edgeLength } from './edges';
import { areaKm2 } from './ring-area';
import type { Area, Unit } from './unit';

/** A detached part of a unit smaller than this (km²) that touches another unit is drawing noise of the 100 m base grid, no exclave. */
const SPLINTER_KM2 = 0.05;

interface Part {
  unit: number;
  geometry: Area;
  small: boolean;
}

/**
 * Gives the detached splinters of each unit to the neighbour with the longest common border. Islets, which touch no other unit, stay.
 * Takes units of one clean topology (WGS 84). Returns units as multipolygons of touching parts; the caller dissolves them.
 */
export function absorbSplinters(units: readonly Unit[]): Unit[] {
  const parts = units.flatMap((unit, index) => partsOf(unit, index));
  const users = new Map<string, Part[]>();
  for (const part of parts) {
    eachEdge(part.geometry, (a, b) => {
      const key = edgeKey(a, b);
      users.set(key, [...(users.get(key) ?? []), part]);
    });
  }
  for (const part of parts) {
    if (part.small) part.unit = longestNeighbour(part, users) ?? part.unit;
  }
  return units.map((unit, index) => ({
    ...unit,
    geometry: {
      type: 'MultiPolygon',
      coordinates: parts
        .filter((part) => part.unit === index)
        .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
    }
  }));
}

/** The parts of a unit; small ones only where a larger one remains. */
function partsOf(unit: Unit, index: number): Part[] {
  const { geometry } = unit;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const parts = polygons.map((coordinates): Part => {
    const part: Area = { type: 'Polygon', coordinates };
    return { unit: index, geometry: part, small: areaKm2(part) < SPLINTER_KM2 };
  });
  return parts.every((part) => part.small) ? parts.map((part) => ({ ...part, small: false })) : parts;
}

/** The unit of the large part with which `part` shares most border, if any does. */
function longestNeighbour(part: Part, users: ReadonlyMap<string, Part[]>): number | undefined {
  const common = new Map<number, number>();
  eachEdge(part.geometry, (a, b) => {
    const other = users.get(edgeKey(a, b))?.find((user) => user !== part && !user.small);
    if (other) common.set(other.unit, (common.get(other.unit) ?? 0) + edgeLength(a, b));
  });
  return [...common].sort((a, b) => b[1] - a[1])[0]?.[0];
}
