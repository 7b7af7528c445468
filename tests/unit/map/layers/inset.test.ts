import { describe, expect, test } from 'vitest';
import { decodeGeometry } from '#lib/map/layers/geometry';
import { drawInset, spread } from '#lib/map/layers/inset';
import { smallUnits } from '#lib/map/layers/small-units';
import { urbanCore } from '#lib/map/layers/urban-core';
import { publishedAtlas, publishedTopology, squares } from './fixtures';

const published = publishedAtlas();
const layoutOf = (id: string) => published.layouts.find((layout) => layout.id === id)!;

describe('the crowded part of a city', () => {
  test('is made of its smallest units, and shows all their names', () => {
    const core = urbanCore(layoutOf('hz-one-core-four-parks'), published.admin)!;
    const whole = published.admin.find(({ adcode }) => adcode === '330100')!.bbox;
    const largest = Math.max(...core.units.map(({ areaKm2 }) => areaKm2));
    const others = published.admin.filter(({ parent, adcode }) => parent === '330100' && !core.units.some((unit) => unit.adcode === adcode));
    expect(Math.min(...others.map(({ areaKm2 }) => areaKm2))).toBeGreaterThan(largest);
    expect(core.units.map(({ name }) => name.zh)).toEqual(expect.arrayContaining(['上城区', '拱墅区', '西湖区', '滨江区']));
    const [west, south, east, north] = core.box;
    for (const { label } of core.units) expect(label[0] > west && label[0] < east && label[1] > south && label[1] < north).toBe(true);
    expect((east - west) * 3).toBeLessThan(whole[2] - whole[0]);
  });

  test('there is none in a province, nor where few units are small', () => {
    expect(urbanCore(layoutOf('zj-one-core-two-belts-two-circles'), published.admin)).toBeUndefined();
    const unit = (adcode: string, areaKm2: number) => ({ adcode, parent: 'c', areaKm2 });
    const city = { scope: 'city', adcode: 'c' } as const;
    expect(smallUnits(city, [unit('a', 1000), unit('b', 1), unit('d', 1)])).toEqual([]);
    expect(smallUnits(city, [unit('a', 1000), unit('b', 1), unit('d', 1), unit('e', 1)])).toEqual(['b', 'd', 'e']);
  });
});

describe('an inset', () => {
  test('draws what its box touches, and nothing else', () => {
    const geometry = decodeGeometry(squares());
    const { counties, waters, project } = drawInset(geometry, [119.05, 28.05, 119.45, 28.45], 200, 200);
    expect(counties.map(({ adcode }) => adcode)).toEqual(['330101']);
    expect(waters.map(({ kind }) => kind)).toEqual(['lake', 'river']);
    expect(project([119.25, 28.25])[0]).toBeCloseTo(100);
    const [, top] = project([119.25, 28.45]);
    expect(top).toBeLessThan(project([119.25, 28.05])[1]);
    expect(drawInset(geometry, [119.4, 28.4, 119.6, 28.6], 200, 200).counties).toHaveLength(4);
  });

  test('of the real core is small enough to be drawn at once', () => {
    const core = urbanCore(layoutOf('hz-one-core-four-parks'), published.admin)!;
    const { counties } = drawInset(decodeGeometry(publishedTopology('focus')), core.box, 360, 360);
    expect(counties.length).toBeGreaterThanOrEqual(core.units.length);
    expect(counties.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(120_000);
  });
});

describe('things that lie on each other', () => {
  const thing = (x: number, y: number, reach: number) => ({ x, y, half: [6, 6] as const, reach });

  test('move apart, no further than they may, and those that may not stay', () => {
    const things = [thing(0, 0, 0), thing(2, 1, 20), thing(2, 1, 20)];
    const spots = spread(things);
    expect(spots[0]).toEqual([0, 0]);
    things.forEach((one, i) => {
      expect(Math.max(Math.abs(spots[i]![0] - one.x), Math.abs(spots[i]![1] - one.y))).toBeLessThanOrEqual(one.reach);
      things.slice(i + 1).forEach((_, k) => {
        const other = spots[i + 1 + k]!;
        expect(Math.max(Math.abs(spots[i]![0] - other[0]), Math.abs(spots[i]![1] - other[1]))).toBeGreaterThan(11.5);
      });
    });
  });

  test('stay where they are if nothing is in the way', () => {
    expect(spread([thing(0, 0, 9), thing(40, 0, 9)])).toEqual([
      [0, 0],
      [40, 0]
    ]);
  });
});
