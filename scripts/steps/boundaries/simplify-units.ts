import { cleanUnits } from './clean-units';
import { dropIslets } from './drop-islets';
import { runMapshaper } from './run-mapshaper';
import { unitsOf, type Unit, type Units } from './unit';

/** How much of the shape a level of detail keeps. */
export interface Detail {
  /** Ground size in metres of the bends that are kept (weighted Visvalingam), by unit: a border gets the finer of its two sides. */
  metres: (unit: Unit) => number;
  /** Islets smaller than this are dropped, km². */
  minIsletKm2: number;
  /** Grid of the coordinates, degrees. */
  precision: number;
}

interface Simplified {
  'simple.json': Units;
}

/**
 * Simplifies units of one clean topology (WGS 84). Borders are simplified as shared arcs, once for both sides,
 * then cleaned, so neither gaps nor overlaps arise.
 */
export async function simplifyUnits(units: readonly Unit[], detail: Detail): Promise<Unit[]> {
  const features = dropIslets(units, detail.minIsletKm2).map((unit) => ({
    ...unit,
    properties: { ...unit.properties, metres: detail.metres(unit) }
  }));
  const output = await runMapshaper<Simplified>(
    'boundaries: simplify',
    { 'units.json': unitsOf(features) },
    ['-i units.json', `-simplify variable interval='metres' weighted keep-shapes`, '-filter-fields adcode,nameZh,parent', '-o simple.json format=geojson'],
    ['simple.json']
  );
  return cleanUnits(output['simple.json'].features, detail.precision);
}
