import type { Position } from 'geojson';
import { labelPoint } from './label-point';
import { runMapshaper } from './run-mapshaper';
import { areaKm2, ringArea } from './ring-area';
import { unitsOf, type Area, type Unit } from './unit';

/** Faults of a coverage, km². Both are zero for a perfect one. */
export interface CoverageFaults {
  /** Sum of the areas less the area of their union: what is covered twice. */
  overlapKm2: number;
  /** Holes of the union: what no unit covers, though units surround it and no other region's land lies there. */
  gapKm2: number;
  /** Area of the union. */
  unionKm2: number;
}

/** A smaller hole is a gap, whatever lies there, km². */
const ENCLAVE_KM2 = 0.5;

/** @property holes rings that no unit covers, though units surround them */
type Holes = Readonly<{ unionKm2: number; holes: readonly Readonly<{ ring: Position[]; km2: number }>[] }>;

interface Union {
  'union.json': { geometries: Area[] };
}

/** Measures overlaps and gaps between units that should tile the land without either. @param isElsewhere see holesOf */
export async function coverageFaults(units: readonly Unit[], isElsewhere?: (point: Position) => boolean): Promise<CoverageFaults> {
  const { unionKm2, holes } = await holesOf(units, isElsewhere);
  const summed = units.reduce((sum, unit) => sum + areaKm2(unit.geometry), 0);
  return { overlapKm2: Math.max(0, summed - unionKm2), gapKm2: holes.reduce((sum, { km2 }) => sum + km2, 0), unionKm2 };
}

/**
 * The holes of the union of units, and its area. The union is made by noding and dissolving all rings anew, without filling gaps; it does not trust that
 * borders are shared.
 * @param isElsewhere whether a point (WGS 84) is another region's: a hole there is an enclave, no gap
 */
export async function holesOf(units: readonly Unit[], isElsewhere: (point: Position) => boolean = () => false): Promise<Holes> {
  const output = await runMapshaper<Union>(
    'boundaries: verify',
    { 'units.json': unitsOf([...units]) },
    ['-i units.json', '-dissolve gap-width=0', '-o union.json format=geojson geojson-type=GeometryCollection'],
    ['union.json']
  );
  const union = output['union.json'].geometries;
  const rings = union.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).flatMap((polygon) => polygon.slice(1)));
  return {
    unionKm2: union.reduce((sum, area) => sum + areaKm2(area), 0),
    holes: rings
      .map((ring) => ({ ring, km2: Math.abs(ringArea(ring)) }))
      .filter(({ ring, km2 }) => km2 < ENCLAVE_KM2 || !isElsewhere(labelPoint({ type: 'Polygon', coordinates: [ring] })))
  };
}
