import inside from '@turf/boolean-point-in-polygon';
import { describe, expect, test } from 'vitest';
import { boundsOf, decodeGeometry } from '#lib/map/layers/geometry';
import { labelPoints } from '#lib/map/layers/labels';
import { publishedAtlas, publishedTopology, viewOf } from './fixtures';

const geometry = decodeGeometry(publishedTopology('overview'));
const atlas = publishedAtlas();
const named = labelPoints(geometry, viewOf(atlas, { layout: atlas.layouts[0]!.id })).features.filter(({ properties }) => properties?.level === 'context');

describe('neighbouring land', () => {
  test('is named where it lies round the region, and its small islands, each name once and on its own land', () => {
    expect(named.map(({ properties }) => properties?.nameEn as string).sort()).toEqual([
      'Anhui',
      'Chiwei Yu',
      'Diaoyu Dao',
      'Fujian',
      'Jiangsu',
      'Jiangxi',
      'Shanghai'
    ]);
    const [west, south, east, north] = boundsOf(geometry.province.features)!;
    for (const { properties, geometry: at } of named) {
      const own = geometry.context.features.filter(({ properties: { nameZh } }) => nameZh === properties?.nameZh);
      expect(own.some((area) => inside(at, area))).toBe(true);
      const [lon = NaN, lat = NaN] = at.coordinates;
      if (['Chiwei Yu', 'Diaoyu Dao'].includes(properties?.nameEn as string)) continue;
      expect(lon).toBeGreaterThan(west - (east - west) / 4);
      expect(lon).toBeLessThan(east + (east - west) / 4);
      expect(lat).toBeGreaterThan(south - (north - south) / 4);
      expect(lat).toBeLessThan(north + (north - south) / 4);
    }
  });

  test('is whole: Taiwan with 钓鱼岛 and 赤尾屿, 金门', () => {
    const of = (adcode: string) => geometry.context.features.find(({ properties }) => properties.adcode === adcode)!;
    const has = (adcode: string, [west, south, east, north]: readonly [number, number, number, number]) => {
      const { geometry: form } = of(adcode);
      const rings = form.type === 'Polygon' ? [form.coordinates[0]!] : form.coordinates.map(([ring]) => ring!);
      return rings.some((ring) => ring.every(([x = NaN, y = NaN]) => x > west && x < east && y > south && y < north));
    };
    expect(has('710000', [120, 21.8, 122.1, 25.4])).toBe(true);
    expect(has('diaoyudao', [123.4, 25.7, 123.6, 25.8])).toBe(true);
    expect(has('chiweiyu', [124.5, 25.9, 124.6, 26])).toBe(true);
    expect(has('350000', [118.2, 24.3, 118.5, 24.6])).toBe(true);
  });
});
