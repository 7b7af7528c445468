import type { Feature, FeatureCollection } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { runMapshaper } from './run-mapshaper';
import { unitsOf, type Area, type Unit, type Units } from './unit';

/** Counties, prefectures and province of one level of detail, WGS 84, all made of the same edges. */
export interface Levels {
  counties: Units;
  /** Dissolved counties; `adcode` is the prefecture's. */
  prefectures: FeatureCollection<Area, { adcode: string }>;
  province: Feature<Area>;
}

interface Dissolved {
  'counties.json': Units;
  'prefectures.json': FeatureCollection<Area, { parent: string }>;
  'province.json': { geometries: Area[] };
}

const EMPTY: GeometryCollection = { type: 'GeometryCollection', geometries: [] };
// units without a parent are context: neighbouring land
const SPLIT = [
  '-i units.json',
  `-filter 'parent !== ""' + name=counties target=units`,
  `-dissolve parent no-repair + name=prefectures target=counties`,
  '-dissolve no-repair + name=province target=counties'
];

/** Dissolves clean units to prefectures and province; context units are left out. Rings are wound as in RFC 7946. */
export async function dissolveLevels(units: readonly Unit[]): Promise<Levels> {
  const output = await runMapshaper<Dissolved>(
    'boundaries: dissolve',
    { 'units.json': unitsOf([...units]) },
    [
      ...SPLIT,
      '-o counties.json target=counties format=geojson',
      '-o prefectures.json target=prefectures format=geojson',
      '-o province.json target=province format=geojson geojson-type=GeometryCollection'
    ],
    ['counties.json', 'prefectures.json', 'province.json']
  );
  const [geometry] = output['province.json'].geometries;
  if (!geometry) throw new Error('boundaries: dissolve: the region has no counties');
  return {
    counties: output['counties.json'],
    prefectures: {
      type: 'FeatureCollection',
      features: output['prefectures.json'].features.map((feature) => ({
        ...feature,
        properties: { adcode: feature.properties.parent }
      }))
    },
    province: { type: 'Feature', properties: {}, geometry }
  };
}

/**
 * Encodes clean units as TopoJSON with the objects counties, prefectures, province, context and water; every border is one arc.
 * `grid` is the number of quantization steps along each side of the bounding box. Properties are the units' own.
 */
export async function encodeTopology(units: readonly Unit[], water: FeatureCollection, grid: number): Promise<Topology> {
  const lakes = water.features.filter(({ geometry }) => geometry.type === 'Polygon');
  const rivers = water.features.filter(({ geometry }) => geometry.type === 'MultiLineString');
  // a layer of mapshaper holds one kind of geometry, so lakes and rivers become one object afterwards
  const layers = { lakes, rivers };
  const present = Object.entries(layers).filter(([, features]) => features.length > 0);
  const inputs = present.map(([name, features]) => [`${name}.json`, { ...water, features }] as const);
  const hasContext = units.some((unit) => unit.properties.parent === '');
  const targets = [...(hasContext ? ['context'] : []), ...present.map(([name]) => name)];
  const output = await runMapshaper<{ 'topology.json': Topology }>(
    'boundaries: encode',
    { 'units.json': unitsOf([...units]), ...Object.fromEntries(inputs) },
    [
      `-i units.json ${inputs.map(([name]) => name).join(' ')} combine-files`,
      ...SPLIT.slice(1),
      ...(hasContext ? [`-filter 'parent === ""' + name=context target=units`] : []),
      `-o topology.json target=${['counties', 'prefectures', 'province', ...targets].join(',')} format=topojson quantization=${grid} fix-geometry`
    ],
    ['topology.json']
  );
  const topology = output['topology.json'];
  const { lakes: lakeObject, rivers: riverObject, context = EMPTY, ...objects } = topology.objects;
  const geometries = [lakeObject, riverObject].flatMap((object) => (object?.type === 'GeometryCollection' ? object.geometries : []));
  return { ...topology, objects: { ...objects, context, water: { type: 'GeometryCollection', geometries } } };
}
