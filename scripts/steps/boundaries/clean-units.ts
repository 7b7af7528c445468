import { absorbSplinters } from './absorb-splinters';
import { runMapshaper } from './run-mapshaper';
import { unitsOf, type Unit, type Units } from './unit';

interface Cleaned {
  'clean.json': Units;
}

/**
 * Makes units (WGS 84) one clean coverage: overlaps and cracks are removed, neighbours share their vertices,
 * splinters of the base grid join the unit around them. Earlier units win where two overlap.
 * Coordinates are rounded to `precision` degrees first, so that what is written later is what was cleaned.
 */
export async function cleanUnits(units: readonly Unit[], precision: number): Promise<Unit[]> {
  const cleaned = await clean(units, precision);
  return clean(absorbSplinters(cleaned), precision);
}

async function clean(units: readonly Unit[], precision: number): Promise<Unit[]> {
  const output = await runMapshaper<Cleaned>(
    'boundaries: clean',
    { 'units.json': unitsOf([...units]) },
    [
      '-i units.json',
      `-snap precision=${precision} fix-geometry`,
      '-clean overlap-rule=min-id rewind',
      '-dissolve adcode copy-fields=nameZh,parent',
      '-o clean.json format=geojson'
    ],
    ['clean.json']
  );
  return output['clean.json'].features;
}
