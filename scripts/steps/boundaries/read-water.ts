import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { parse } from 'yaml';
import { z } from 'zod';
import { eachEdge, edgeKey } from './edges';
import { BOUNDARY_DATA } from './read-table';
import type { Region } from './region';
import type { Area, Unit } from './unit';

const position = z.tuple([z.number(), z.number()]);
const piece = z.union([
  z.strictObject({ points: z.array(position).min(2) }),
  z.strictObject({
    border: z.tuple([z.string(), z.string()]),
    within: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional()
  })
]);
const rivers = z.array(
  z.strictObject({
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    province: z.string(),
    pieces: z.array(piece)
  })
);
const lakes = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        id: z.string(),
        kind: z.enum(['lake', 'estuary']),
        nameZh: z.string(),
        nameEn: z.string(),
        adcodes: z.array(z.string())
      }),
      geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) })
    })
  )
});

type Piece = z.infer<typeof piece>;

/**
 * Lakes and rivers that orient people (WGS 84), for a map of `units`: lakes and estuaries of geodata/boundaries/water.geojson around the region,
 * and rivers of rivers.yaml, which run along borders of the units. Properties: id, kind, nameZh, nameEn. Nothing for other regions.
 */
export function readWater(region: Region, units: readonly Unit[]): FeatureCollection {
  const around = new Set([region.provinceAdcode, ...region.context]);
  const lakeFile = lakes.parse(JSON.parse(readFileSync(`${BOUNDARY_DATA}water.geojson`, 'utf8')));
  const riverFile = rivers.parse(parse(readFileSync(`${BOUNDARY_DATA}rivers.yaml`, 'utf8')));
  const byCode = new Map(units.map((unit) => [unit.properties.adcode, unit]));
  const lakeFeatures = lakeFile.features
    .filter(({ properties }) => properties.adcodes.some((code) => around.has(code)))
    .map(({ properties: { id, kind, nameZh, nameEn }, geometry }): Feature => ({
      type: 'Feature',
      properties: { id, kind, nameZh, nameEn },
      geometry
    }));
  const riverFeatures = riverFile
    .filter((river) => river.province === region.provinceAdcode)
    .map(({ id, nameZh, nameEn, pieces }): Feature => ({
      type: 'Feature',
      properties: { id, kind: 'river', nameZh, nameEn },
      geometry: { type: 'MultiLineString', coordinates: pieces.flatMap((part) => linesOf(part, byCode)) }
    }))
    .filter(({ geometry }) => geometry.type === 'MultiLineString' && geometry.coordinates.length > 0);
  return { type: 'FeatureCollection', features: [...lakeFeatures, ...riverFeatures] };
}

/** The lakes and estuaries around a region, as areas. */
export function waterAreas(region: Region): Area[] {
  return readWater(region, []).features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry] : []));
}

function linesOf(part: Piece, units: ReadonlyMap<string, Unit>): Position[][] {
  if ('points' in part) return [part.points];
  const [first, second] = part.border.map((code) => units.get(code));
  return first && second ? commonBorder(first, second, part.within) : [];
}

/** The border that two units share, as lines along the rings of the first; only edges whose middle lies in `within` (west, south, east, north). */
export function commonBorder(first: Unit, second: Unit, within: readonly [number, number, number, number] = [-180, -90, 180, 90]): Position[][] {
  const [west, south, east, north] = within;
  const edges = new Set<string>();
  eachEdge(second.geometry, (a, b) => edges.add(edgeKey(a, b)));
  const lines: Position[][] = [];
  eachEdge(first.geometry, (a, b) => {
    const [x, y] = [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2];
    if (!edges.has(edgeKey(a, b)) || x < west || x > east || y < south || y > north) return;
    const last = lines.at(-1);
    const end = last?.at(-1);
    if (last && end && end[0] === a[0] && end[1] === a[1]) last.push(b);
    else lines.push([a, b]);
  });
  return lines;
}
