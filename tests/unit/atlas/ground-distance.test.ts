import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { greatCircleKm } from '#lib/atlas/distances';
import { groundAccess, kmToGround, outlinesOf } from '#lib/atlas/ground-distance';
import { readAtlas, readTopology } from '#lib/site/prerender/read-data';
import { atlasData, place, zone } from './fixtures';

/* Distances from a zone's ground: nearest point, farthest corner. One degree of latitude is 111.195 km. */

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [120, 30],
      [121, 30],
      [121, 31],
      [120, 31],
      [120, 30]
    ]
  ]
};

describe('distance of a point from an area', () => {
  it.each([
    ['in it', [120.5, 30.5], 0],
    ['south of its side', [120.5, 29.9], 11.12],
    // half a degree of longitude at latitude 30.5: 0.5 × 111.195 × cos 30.5° = 47.9
    ['east of its side', [121.5, 30.5], 47.9],
    ['off its corner', [120, 29], 111.2]
  ] as const)('%s', (_, point, km) => {
    expect(kmToGround(point, [square])).toBeCloseTo(km, 1);
  });
});

describe('distances of a zone from its ground', () => {
  const airport = (id: string, lon: number, lat: number) => ({ ...place(id, 'airport', ['doc']), lon, lat });
  const atlas = indexAtlas(atlasData({ places: [airport('inside', 120.1, 30.1), airport('far', 125, 30)] }));
  const outlines = new Map([['330106', square]]);

  it('is 0 where the place lies in it, and reaches to the corner that is farthest from its own nearest place', () => {
    const [one] = groundAccess(atlas, zone('z', { units: ['330106'] }), outlines);
    expect([one?.kind, one?.nearest.to.id, one?.nearest.km]).toEqual(['airport', 'inside', 0]);
    expect(one?.farthest.to.id).toBe('inside');
    expect(one?.farthest.km).toBeCloseTo(greatCircleKm([120.1, 30.1], [121, 31]), 3);
  });

  it('says nothing where members are open, or an outline is missing: a part would look like all of it', () => {
    expect(groundAccess(atlas, zone('z', { units: [] }), outlines)).toEqual([]);
    expect(groundAccess(atlas, zone('z', { units: ['330106', '330200'] }), outlines)).toEqual([]);
  });
});

describe('the Qiantang core as built', () => {
  const atlas = indexAtlas(readAtlas());
  const outlines = outlinesOf(readTopology('overview'));

  it('has the outline of every member of every zone', () => {
    const missing = atlas.data.zones.flatMap(({ units }) => units.filter((unit) => !outlines.has(unit)));
    expect(missing).toEqual([]);
  });

  it('reaches much farther from the airport than its located parks do', () => {
    const xiaoshan = atlas.zone.get('h24-park-xiaoshan');
    const [airport] = xiaoshan ? groundAccess(atlas, xiaoshan, outlines) : [];
    expect(airport?.nearest.km).toBe(0);
    expect(airport?.farthest.km).toBeGreaterThan(30);
  });
});
