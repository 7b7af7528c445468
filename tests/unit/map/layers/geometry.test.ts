import area from '@turf/area';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { boundsOf, countiesOf, decodeGeometry, dissolve, labelPoint, mainland } from '#lib/map/layers/geometry';
import { locateCounty } from '#lib/map/layers/locate-county';
import { selectionFeatures, zoneFeatures } from '#lib/map/layers/zone-features';
import { atlasData, zone } from '../../atlas/fixtures';
import { COUNTIES, squares, viewOf } from './fixtures';

const geometry = decodeGeometry(squares());
const squareMetres = (adcodes: readonly string[]) =>
  geometry.counties.features.filter((f) => adcodes.includes(f.properties.adcode)).reduce((sum, f) => sum + area(f), 0);

describe('outlines', () => {
  test('a prefecture means its counties; a county only itself', () => {
    expect(countiesOf(geometry, ['330100'])).toEqual(['330101', '330102', '330103']);
    expect(countiesOf(geometry, ['330102', '330201'])).toEqual(['330102', '330201']);
    expect(countiesOf(geometry, ['999999'])).toEqual([]);
  });

  test('a point lies in one county, or in none', () => {
    for (const { properties } of geometry.counties.features)
      expect(locateCounty(geometry, [properties.labelLon, properties.labelLat])).toEqual({ county: properties.adcode, prefecture: properties.parent });
    expect(locateCounty(geometry, [100, 10])).toBeUndefined();
  });

  test('dissolving keeps the area and drops the lines shared', () => {
    for (const units of [['330100'], ['330101', '330102'], ['330101', '330103', '330203'], ['330100', '330200']]) {
      const outline = dissolve(geometry, units);
      expect(outline).toBeDefined();
      expect(area(outline!) / squareMetres(countiesOf(geometry, units))).toBeCloseTo(1, 6);
    }
    expect(dissolve(geometry, ['330100', '330200'])?.coordinates).toHaveLength(1);
    // two squares that do not touch stay two
    expect(dissolve(geometry, ['330101', '330103'])?.coordinates).toHaveLength(2);
    expect(dissolve(geometry, ['999999'])).toBeUndefined();
  });

  test('islands do not belong to the mainland', () => {
    const square = (west: number, side: number) => [
      [
        [west, 0],
        [west + side, 0],
        [west + side, side],
        [west, side],
        [west, 0]
      ]
    ];
    const outline = { type: 'MultiPolygon' as const, coordinates: [square(0, 1), square(2, 0.1), square(3, 0.5)] };
    expect(mainland(outline).coordinates.map(([ring]) => ring?.[0]?.[0])).toEqual([0, 3]);
    expect(mainland(undefined)).toBeUndefined();
  });

  test('every border is drawn once, as what it is', () => {
    const degrees = ({ geometry: { coordinates } }: typeof geometry.countyLines) =>
      coordinates.reduce((sum, line) => sum + line.slice(1).reduce((part, [x = 0, y = 0], i) => part + Math.hypot(x - line[i]![0]!, y - line[i]![1]!), 0), 0);
    expect(degrees(geometry.countyLines)).toBeCloseTo(2, 3);
    expect(degrees(geometry.prefectureLines)).toBeCloseTo(1.5, 3);
    expect(degrees(geometry.provinceLines)).toBeCloseTo(5, 3);
    expect(new Set(geometry.prefectureLines.geometry.coordinates.flat().map(([lon]) => lon?.toFixed(3)))).toEqual(new Set(['119.500']));
  });

  test('boxes and label points', () => {
    const [west, south, east, north] = boundsOf(geometry.province.features)!;
    expect([west, south, east, north].map((value) => Number(value.toFixed(3)))).toEqual([119, 28, 120, 29.5]);
    expect(boundsOf([])).toBeUndefined();
    expect(labelPoint(geometry, '330101')).toEqual([119.25, 28.25]);
    expect(labelPoint(geometry, '999999')).toBeUndefined();
  });

  test('a file without some objects decodes to nothing, not to an error', () => {
    const { counties } = squares().objects;
    const bare = decodeGeometry({ ...squares(), objects: { counties: counties! } });
    expect(bare.counties.features).toHaveLength(COUNTIES.length);
    expect(bare.water.features).toEqual([]);
    expect(feature(squares(), counties as GeometryCollection).features).toHaveLength(COUNTIES.length);
  });
});

describe('zones', () => {
  const data = atlasData({
    zones: [
      zone('core', { units: ['330100'] }),
      zone('belt-a', { tier: 'belt', units: ['330100', '330201'], membership: 'secondary' }),
      zone('belt-b', { tier: 'belt', units: ['330202'], membership: 'inferred' }),
      zone('open', { tier: 'circle', units: [] })
    ]
  });
  const { features } = zoneFeatures(viewOf(data), geometry);
  const shapes = (wanted: string) => features.filter(({ properties: { shape } }) => shape === wanted);

  test('have one shape of all their members each; those without members have none', () => {
    expect(shapes('members').map(({ properties: { id } }) => id)).toEqual(['core', 'belt-a', 'belt-b']);
  });

  test('share the ground: no county is filled twice, none of a member is left out', () => {
    expect(shapes('ground').map(({ properties: { id } }) => id)).toEqual(['core', 'belt-a', 'belt-b']);
    const filled = shapes('ground').reduce((sum, one) => sum + area(one), 0);
    expect(filled / squareMetres(['330101', '330102', '330103', '330201', '330202'])).toBeCloseTo(1, 6);
  });

  test('leave their ground to the next when they are filtered out, and all of it where they do not divide it', () => {
    const without = zoneFeatures(viewOf(data, { hiddenTiers: ['core'] }), geometry).features.filter(({ properties: { shape } }) => shape === 'ground');
    expect(without.map(({ properties: { id } }) => id)).toEqual(['belt-a', 'belt-b']);
    expect(area(without[0]!) / squareMetres(['330101', '330102', '330103', '330201'])).toBeCloseTo(1, 6);
    expect(zoneFeatures({ ...viewOf(data), stacked: true }, geometry).features.every(({ properties: { shape } }) => shape === 'members')).toBe(true);
  });

  test('frame the members that others fill, unless they are filtered out or divide no ground', () => {
    const framed = (view: Parameters<typeof zoneFeatures>[0]) =>
      zoneFeatures(view, geometry).features.flatMap(({ properties: { shape, id, band } }) => (shape === 'frame' ? [[id, band]] : []));
    expect(framed(viewOf(data))).toEqual([['belt-a', 0]]);
    expect(area(shapes('frame')[0]!) / squareMetres(['330101', '330102', '330103'])).toBeCloseTo(1, 6);
    expect(framed(viewOf(data, { hiddenTiers: ['core'] }))).toEqual([]);
    expect(framed({ ...viewOf(data), stacked: true })).toEqual([]);
  });

  test('of a pair are tied by a line between the two', () => {
    const pair = atlasData({ zones: [zone('pair', { tier: 'pair', units: ['330101', '330201'] }), zone('half', { tier: 'pair', units: ['330102'] })] });
    const lines = zoneFeatures(viewOf(pair), geometry).features.filter(({ properties: { shape } }) => shape === 'pair');
    expect(lines.map(({ properties: { id }, geometry: form }) => [id, form.type])).toEqual([['pair', 'LineString']]);
  });

  test('what is selected is outlined', () => {
    const outlined = (selection: Parameters<typeof viewOf>[1]) => selectionFeatures(viewOf(data, selection), geometry).features.map((f) => area(f));
    expect(outlined({})).toEqual([]);
    expect(outlined({ selection: { kind: 'zone', id: 'open' } })).toEqual([]);
    expect(outlined({ selection: { kind: 'unit', adcode: '330100' } })[0]! / squareMetres(['330101', '330102', '330103'])).toBeCloseTo(1, 6);
  });
});
