import { eachEdge, edgeKey } from './edges';
import { areaKm2 } from './ring-area';
import type { Area, Unit } from './unit';

/**
 * Drops islets under `minKm2`: parts that touch no other part, unless they are the largest of their unit.
 * Takes units of one clean topology; lakes and exclaves are never touched, so no gap can open.
 */
export function dropIslets(units: readonly Unit[], minKm2: number): Unit[] {
  const uses = new Map<string, number>();
  for (const unit of units) {
    eachEdge(unit.geometry, (a, b) => uses.set(edgeKey(a, b), (uses.get(edgeKey(a, b)) ?? 0) + 1));
  }
  return units.map((unit) => {
    if (unit.geometry.type === 'Polygon') return unit;
    const parts = unit.geometry.coordinates
      .map((coordinates): Area => ({ type: 'Polygon', coordinates }))
      .map((part) => ({ part, km2: areaKm2(part) }))
      .sort((a, b) => b.km2 - a.km2);
    const kept = parts.filter(({ part, km2 }, index) => index === 0 || km2 >= minKm2 || touches(part, uses));
    return {
      ...unit,
      geometry: {
        type: 'MultiPolygon',
        coordinates: kept.flatMap(({ part }) => (part.type === 'Polygon' ? [part.coordinates] : part.coordinates))
      }
    };
  });
}

function touches(part: Area, uses: ReadonlyMap<string, number>): boolean {
  let shared = false;
  eachEdge(part, (a, b) => {
    shared ||= (uses.get(edgeKey(a, b)) ?? 0) > 1;
  });
  return shared;
}
