import { runMapshaper } from './run-mapshaper';
import { unitsOf, type Area, type Unit, type UnitProperties } from './unit';

interface Dissolved {
  'joined.json': { geometries: Area[] };
}

/** Joins units into one with the given properties; their common borders vanish. Throws an Error beginning with `where`. */
export async function joinUnits(units: readonly Unit[], properties: UnitProperties, where: string): Promise<Unit> {
  const output = await runMapshaper<Dissolved>(
    where,
    { 'units.json': unitsOf([...units]) },
    ['-i units.json', '-dissolve', '-o joined.json format=geojson geojson-type=GeometryCollection'],
    ['joined.json']
  );
  const [geometry] = output['joined.json'].geometries;
  if (!geometry) throw new Error(`${where}: nothing to join for ${properties.adcode} ${properties.nameZh}`);
  return { type: 'Feature', properties, geometry };
}
