import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import inside from '@turf/boolean-point-in-polygon';
import type { Feature, FeatureCollection, Position } from 'geojson';
import Papa from 'papaparse';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import type { Boundaries, BoundaryProperties } from '../../scripts/steps/boundaries/describe';
import { eachEdge } from '../../scripts/steps/boundaries/edges';
import { areaKm2, ringArea } from '../../scripts/steps/boundaries/ring-area';
import type { Area, Unit } from '../../scripts/steps/boundaries/unit';
import { coverageFaults } from '../../scripts/steps/boundaries/verify-coverage';
import { crossings } from './segment-crossings';

// the files that `npm run geodata` writes for Zhejiang
const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const published = (name: string): Boundaries => JSON.parse(text(`static/data/v1/boundaries/${name}.geojson`)) as Boundaries;
const table = (path: string): Record<string, string>[] => Papa.parse<Record<string, string>>(text(path), { header: true, skipEmptyLines: true }).data;

const province = published('province');
const prefectures = published('prefectures');
const counties = published('counties');
const topologies = ['overview', 'focus'].map((name) => [name, JSON.parse(text(`static/data/v1/boundaries/${name}.topo.json`)) as Topology] as const);
const objectOf = (topology: Topology, name: string): FeatureCollection<Area, BoundaryProperties> =>
  feature(topology, topology.objects[name] as GeometryCollection<BoundaryProperties>) as FeatureCollection<Area, BoundaryProperties>;
const ringsOf = (area: Area): Position[][] => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).flat();
const asUnits = (boundaries: Boundaries): Unit[] => boundaries.features as unknown as Unit[];

describe('units', () => {
  const perPrefecture = {
    '330100': 13,
    '330200': 10,
    '330300': 12,
    '330400': 7,
    '330500': 5,
    '330600': 6,
    '330700': 9,
    '330800': 6,
    '330900': 4,
    '331000': 9,
    '331100': 9
  };

  test('90 counties with unique codes, spread over 11 prefectures', () => {
    expect(new Set(counties.features.map(({ properties }) => properties.adcode)).size).toBe(90);
    const counts = Object.fromEntries(
      prefectures.features.map(({ properties: { adcode } }) => [adcode, counties.features.filter(({ properties }) => properties.parent === adcode).length])
    );
    expect(counts).toEqual(perPrefecture);
  });

  test('codes and names are those of today', () => {
    const names = new Map(counties.features.map(({ properties }) => [properties.adcode, `${properties.nameZh} ${properties.nameEn}`]));
    expect(names.get('330112')).toBe("临安区 Lin'an District");
    expect(names.get('330113')).toBe('临平区 Linping District');
    expect(names.get('330114')).toBe('钱塘区 Qiantang District');
    expect(names.get('330213')).toBe('奉化区 Fenghua District');
    expect(names.get('330382')).toBe('乐清市 Yueqing City');
    expect(names.get('330383')).toBe('龙港市 Longgang City');
    expect(names.get('331083')).toBe('玉环市 Yuhuan City');
    expect(names.get('331102')).toBe('莲都区 Liandu District');
    expect(names.get('331127')).toBe('景宁畲族自治县 Jingning She Autonomous County');
    for (const gone of ['330103', '330104', '330185', '330283', '331021']) expect(names.has(gone), gone).toBe(false);
    for (const name of names.values()) expect(name).toMatch(/ (District|City|County)$/);
  });

  test.each([
    ['萧山机场', 120.4289, 30.2361, '330109'],
    ['杭州东站', 120.2086, 30.2934, '330102'],
    ['钱塘区政府', 120.4896, 30.3253, '330114'],
    ['临平', 120.2949, 30.4214, '330113'],
    ['龙港', 120.553, 27.5782, '330383'],
    ['定海', 122.1068, 30.0199, '330902']
  ])('%s lies in its county', (_, lon, lat, adcode) => {
    expect(counties.features.filter((county) => inside([lon, lat], county)).map(({ properties }) => properties.adcode)).toEqual([adcode]);
  });

  test('each label lies in its unit and off the water drawn over it', () => {
    const estuaries = objectOf(topologies[0]![1], 'water').features.filter(({ geometry }) => geometry.type === 'Polygon');
    for (const unit of [...province.features, ...prefectures.features, ...counties.features]) {
      const point = [unit.properties.labelLon, unit.properties.labelLat];
      expect(inside(point, unit), unit.properties.nameZh).toBe(true);
      expect(
        estuaries.some((estuary) => inside(point, estuary)),
        unit.properties.nameZh
      ).toBe(false);
    }
  });
});

describe('areas', () => {
  const official = table('geodata/boundaries/official-areas.csv');
  const exceptions = table('geodata/boundaries/area-exceptions.csv');
  const all = new Map([...province.features, ...prefectures.features, ...counties.features].map((unit) => [unit.properties.adcode, unit]));
  const deviation = (row: Record<string, string>): number => (100 * all.get(row['adcode']!)!.properties.areaKm2) / Number(row['area_km2']) - 100;

  test('25 official figures: within 2%, or the reason is on the list', () => {
    expect(official).toHaveLength(25);
    const far = official.filter((row) => Math.abs(deviation(row)) > 2).map((row) => row['adcode']);
    expect(far.sort()).toEqual(exceptions.map((row) => row['adcode']).sort());
    for (const row of exceptions) expect(row['reasonEn']!.length, row['nameZh']).toBeGreaterThan(20);
  });

  test('geodata/README.md states the deviations that were measured', () => {
    const stated = new Map(
      [...text('geodata/README.md').matchAll(/^\| (\d{6}) \| \S+ \| [\d.]+ \| [\d.]+ \| (-?[\d.]+)% \|/gm)].map((match) => [match[1], Number(match[2])])
    );
    expect(stated.size).toBe(25);
    for (const row of official) expect(stated.get(row['adcode'])!, row['nameZh']).toBeCloseTo(deviation(row), 1);
  });

  test('areaKm2 agrees with the published shape', () => {
    for (const unit of counties.features) expect(areaKm2(unit.geometry) / unit.properties.areaKm2, unit.properties.nameZh).toBeCloseTo(1, 2);
  });

  test('the parts add up to the whole', () => {
    const sum = (features: Feature<Area>[]): number => features.reduce((total, { geometry }) => total + areaKm2(geometry), 0);
    expect(sum(prefectures.features)).toBeCloseTo(sum(counties.features), 2);
    expect(sum(province.features)).toBeCloseTo(sum(counties.features), 2);
  });
});

describe('geometry', () => {
  const layers = { province, prefectures, counties };

  test.each(Object.entries(layers))('%s: closed rings, wound as in RFC 7946, in WGS 84 bounds, 6 decimals at most', (_, layer) => {
    for (const { geometry, properties } of layer.features) {
      for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
        polygon.forEach((ring, index) => {
          expect(ring.length, properties.nameZh).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1), properties.nameZh).toEqual(ring[0]);
          expect(Math.sign(ringArea(ring)), properties.nameZh).toBe(index === 0 ? 1 : -1);
        });
      }
      const points = ringsOf(geometry).flat();
      // Zhejiang lies within 118.02–122.95° E, 27.03–31.19° N; a GCJ-02 copy would be shifted by 0.005°
      expect(points.every(([x, y]) => x! > 118.015 && x! < 122.96 && y! > 27.02 && y! < 31.19)).toBe(true);
      expect(points.flat().every((value) => /^\d+(\.\d{1,6})?$/.test(String(value)))).toBe(true);
    }
  });

  test.each(Object.entries(layers))('%s: no ring crosses itself or another', (_, layer) => {
    expect(crossings(layer.features.flatMap(({ geometry }) => ringsOf(geometry)))).toEqual([]);
  });

  test('neighbours share every vertex: an edge belongs to two counties or to the outline of the province', () => {
    const uses = new Map<string, number>();
    const count = (area: Area, by: number): void =>
      eachEdge(area, (a, b) => {
        const key = [a.join(), b.join()].sort().join(';');
        uses.set(key, (uses.get(key) ?? 0) + by);
      });
    for (const { geometry } of counties.features) count(geometry, 1);
    for (const { geometry } of province.features) count(geometry, 1);
    expect([...uses.values()].filter((times) => times !== 2)).toEqual([]);
  });

  test('published counties: overlaps and gaps under 0.01% of the province', async () => {
    const { overlapKm2, gapKm2, unionKm2 } = await coverageFaults(asUnits(counties));
    expect((overlapKm2 + gapKm2) / unionKm2).toBeLessThan(1e-4);
  });
});

describe.each(topologies)('%s.topo.json', (name, topology) => {
  test('has every unit with its properties', () => {
    expect(Object.keys(topology.objects).sort()).toEqual(['context', 'counties', 'prefectures', 'province', 'water']);
    for (const [object, layer] of [['counties', counties] as const, ['prefectures', prefectures] as const, ['province', province] as const]) {
      const byCode = new Map(objectOf(topology, object).features.map(({ properties }) => [properties.adcode, properties]));
      expect(byCode).toEqual(new Map(layer.features.map(({ properties }) => [properties.adcode, properties])));
    }
  });

  test('overlaps and gaps under 0.01% of the province after decoding', async () => {
    const { overlapKm2, gapKm2, unionKm2 } = await coverageFaults(asUnits(objectOf(topology, 'counties')));
    expect((overlapKm2 + gapKm2) / unionKm2).toBeLessThan(1e-4);
  });

  test('every border is one arc: no arc repeats another, none is used by three counties', () => {
    const seen = topology.arcs.map((arc) => JSON.stringify(arc));
    expect(new Set(seen).size).toBe(seen.length);
    const uses = new Map<number, number>();
    for (const { arcs } of (topology.objects['counties'] as GeometryCollection).geometries as { arcs: unknown[] }[]) {
      for (const arc of (arcs as number[][][]).flat(3)) uses.set(arc < 0 ? ~arc : arc, (uses.get(arc < 0 ? ~arc : arc) ?? 0) + 1);
    }
    expect(Math.max(...uses.values())).toBe(2);
  });

  test('neighbouring land borders the province on three sides, the sea does not', () => {
    const land = [...objectOf(topology, 'context').features, ...objectOf(topology, 'counties').features];
    const onLand = (lon: number, lat: number): boolean => land.some((unit) => inside([lon, lat], unit));
    for (const [lon, lat] of [
      [121.45, 31.23],
      [120.62, 31.3],
      [118.3, 29.7],
      [117.9, 28.45],
      [119.5, 26.7],
      [116, 29.5]
    ] as const)
      expect(onLand(lon, lat), `${lon} ${lat}`).toBe(true);
    for (const [lon, lat] of [
      [122.5, 29],
      [121.8, 30.5],
      [123.5, 30.5],
      [122, 28],
      [122, 30.75]
    ] as const)
      expect(onLand(lon, lat), `${lon} ${lat}`).toBe(false);
  });

  test('the large islands of Zhoushan are there', () => {
    const zhoushan = objectOf(topology, 'prefectures').features.find(({ properties }) => properties.adcode === '330900')!;
    // 舟山岛, 岱山, 六横, 金塘, 朱家尖, 衢山, 桃花, 泗礁
    for (const point of [
      [122.15, 30.03],
      [122.19, 30.26],
      [122.13, 29.73],
      [121.89, 30.04],
      [122.39, 29.9],
      [122.35, 30.44],
      [122.28, 29.82],
      [122.45, 30.72]
    ]) {
      expect(inside(point, zhoushan), point.join()).toBe(true);
    }
    expect(areaKm2(zhoushan.geometry) / zhoushan.properties.areaKm2).toBeGreaterThan(0.95);
  });

  test('at most 60 kB gzipped', () => {
    expect(gzipSync(text(`static/data/v1/boundaries/${name}.topo.json`)).length).toBeLessThan(60_000);
  });
});

test('focus.topo.json has more detail in Hangzhou and the same elsewhere', () => {
  const [overview, focus] = topologies.map(([, topology]) => objectOf(topology, 'counties'));
  const vertices = (layer: FeatureCollection<Area, BoundaryProperties>, parent: string): number =>
    layer.features.filter(({ properties }) => properties.parent === parent).reduce((sum, { geometry }) => sum + ringsOf(geometry).flat().length, 0);
  expect(vertices(focus!, '330100')).toBeGreaterThan(3 * vertices(overview!, '330100'));
  expect(vertices(focus!, '331100') / vertices(overview!, '331100')).toBeCloseTo(1, 1);
});
