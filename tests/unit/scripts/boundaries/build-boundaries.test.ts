import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { buildBoundaries, writeBoundaries } from '../../../../scripts/boundaries';
import type { Region } from '../../../../scripts/steps/boundaries/region';

const suzhou: Region = {
  provinceAdcode: '320000',
  provinceName: { zh: '江苏省', en: 'Jiangsu' },
  prefectures: ['320500'],
  context: ['320200', '330500'],
  focusPrefecture: '320500'
};

describe('a region elsewhere', () => {
  test('Suzhou builds from the same code, with its neighbours and Lake Tai', async () => {
    const set = await buildBoundaries(suzhou);
    expect(set.counties.features.map(({ properties }) => properties.nameEn)).toEqual([
      'Huqiu District',
      'Wuzhong District',
      'Xiangcheng District',
      'Gusu District',
      'Wujiang District',
      'Changshu City',
      'Zhangjiagang City',
      'Kunshan City',
      'Taicang City'
    ]);
    expect(set.prefectures.features[0]!.properties).toMatchObject({ adcode: '320500', nameZh: '苏州市', nameEn: 'Suzhou City', parent: '320000' });
    // 8657.32 km² are published
    expect(set.prefectures.features[0]!.properties.areaKm2 / 8657.32).toBeCloseTo(1, 2);
    const names = (object: string): unknown[] =>
      (set.overview.objects[object] as GeometryCollection).geometries.map(({ properties }) => (properties as { nameEn?: string } | undefined)?.nameEn);
    expect(names('context')).toEqual(['Wuxi City', 'Huzhou City']);
    expect(names('water')).toEqual(['Lake Tai']);

    const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
    try {
      const sizes = writeBoundaries(set, folder);
      expect(readdirSync(folder).sort()).toEqual(Object.keys(sizes).sort());
      expect(readFileSync(join(folder, 'overview.topo.json')).length).toBe(sizes['overview.topo.json']!.bytes);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what cannot be built is refused in one line', () => {
  const refusal = (change: Partial<Region>): Promise<unknown> => buildBoundaries({ ...suzhou, ...change });

  test('an unknown prefecture, with the nearest', async () => {
    await expect(refusal({ prefectures: ['320501'] })).rejects.toThrow(
      /^region.prefectures: unknown adcode 320501; nearest are 320500 苏州市, 320600 南通市, 320400 常州市$/
    );
  });

  test('an unknown neighbour', async () => {
    await expect(refusal({ context: ['331299'] })).rejects.toThrow(
      /^region.context: unknown adcode 331299; nearest are 331100 丽水市, 331000 台州市, 330900 舟山市$/
    );
  });

  test('a prefecture that was dissolved', async () => {
    await expect(refusal({ prefectures: ['371200'] })).rejects.toThrow(/^region.prefectures: 371200 has no units left/);
  });
});
