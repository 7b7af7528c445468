import { runMapshaper } from './run-mapshaper';
import { areaKm2, ringArea } from './ring-area';
import { unitsOf, type Area, type Unit } from './unit';

/** Faults of a coverage, km². Both are zero for a perfect one. */
export interface CoverageFaults {
  /** Sum of the areas less the area of their union: what is covered twice. */
  overlapKm2: number;
  /** Holes of the union: what no unit covers, though units surround it. */
  gapKm2: number;
  /** Area of the union. */
  unionKm2: number;
}

interface Union {
  'union.json': { geometries: Area[] };
}

/**
 * Measures overlaps and gaps between units that should tile the land without either. The union is made by noding and
 * dissolving all rings anew, without filling gaps; it does not trust that borders are shared.
 */
export async function coverageFaults(units: readonly Unit[]): Promise<CoverageFaults> {
  const output = await runMapshaper<Union>(
    'boundaries: verify',
    { 'units.json': unitsOf([...units]) },
    ['-i units.json', '-dissolve gap-width=0', '-o union.json format=geojson geojson-type=GeometryCollection'],
    ['union.json']
  );
  const union = output['union.json'].geometries;
  const unionKm2 = union.reduce((sum, area) => sum + areaKm2(area), 0);
  const holes = union.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).flatMap((polygon) => polygon.slice(1)));
  const summed = units.reduce((sum, unit) => sum + areaKm2(unit.geometry), 0);
  return {
    overlapKm2: Math.max(0, summed - unionKm2),
    gapKm2: holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0),
    unionKm2
  };
}
