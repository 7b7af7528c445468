import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { accessFrom, commonUnits, greatCircleKm, nearest, placeAnchor, placesNear, zoneAccess, zoneAnchors } from '#lib/atlas/distances';
import type { Place } from '#lib/schema/atlas';
import { atlasData, place, zone } from './fixtures';

const at = (id: string, kind: Place['kind'], lon: number, lat: number, overrides: Partial<Place> = {}): Place => ({
  ...place(id, kind, ['doc']),
  lon,
  lat,
  ...overrides
});

describe('great-circle distance', () => {
  /*
   * One degree of latitude is 6371.0088 km × π / 180 = 111.195 km.
   * Xiaoshan airport to Hangzhou East: Δlat 0.0573° = 6.371 km; Δlon 0.2203° × cos 30.265° (0.86371) = 21.158 km;
   * √(6.371² + 21.158²) = √(40.59 + 447.66) = 22.10 km.
   * Xiaoshan airport to Ningbo Lishe: Δlat 0.4094° = 45.523 km; Δlon 1.0331° × cos 30.031° (0.86575) = 99.453 km;
   * √(2072.3 + 9890.9) = 109.4 km.
   */
  it.each([
    ['Xiaoshan airport to Hangzhou East', [120.4289, 30.2361], [120.2086, 30.2934], 22.1],
    ['Xiaoshan airport to Ningbo Lishe', [120.4289, 30.2361], [121.462, 29.8267], 109.4],
    ['one degree of latitude', [120, 30], [120, 31], 111.2],
    ['a point to itself', [120, 30], [120, 30], 0]
  ] as const)('%s', (_, from, to, km) => {
    expect(greatCircleKm(from, to)).toBeCloseTo(km, 1);
    expect(greatCircleKm(to, from)).toBeCloseTo(km, 1);
  });
});

describe('where a zone is measured from', () => {
  const places = [
    at('exact', 'park', 120.1, 30.1, { precision: 'site' }),
    at('near', 'park', 120.2, 30.2, { precision: 'town' }),
    at('vague', 'park', 120.3, 30.3, { precision: 'district' }),
    at('lost', 'park', 0, 0, { lon: null, lat: null, precision: 'unlocated' })
  ];
  const atlas = indexAtlas(atlasData({ places }));
  const anchors = (units: string[], parks: string[]) =>
    zoneAnchors(atlas, zone('z', { units, parks })).map((a) => [a.kind === 'place' ? a.place.id : a.unit.adcode, Math.round(a.within)]);

  it('takes located places, with their uncertainty', () => {
    expect(anchors(['330106'], ['exact', 'near'])).toEqual([
      ['exact', 0],
      ['near', 5]
    ]);
  });

  // half the diagonal of the fixture's box of 2° × 2° at latitude 30: √(96.3² + 111.2²) = 147 km, and a little more at its southern, wider end
  it('takes the middle of a unit where only the district is known, with the unit’s size as uncertainty', () => {
    const [[name, within]] = anchors(['330106'], ['vague', 'lost']) as [[string, number]];
    expect(name).toBe('330106');
    expect(within).toBeGreaterThan(140);
    expect(within).toBeLessThan(150);
  });

  it('adds the middle of each unit without a located place', () => {
    expect(anchors(['330106', '330200'], ['exact']).map(([name]) => name)).toEqual(['exact', '330200']);
    // a place in a county counts for its city
    expect(anchors(['330100'], ['exact']).map(([name]) => name)).toEqual(['exact']);
  });

  it('has nothing where the members are unknown', () => {
    expect(anchors([], ['lost'])).toEqual([]);
    expect(nearest([], zoneAnchors(atlas, zone('z', { units: ['330106'] })))).toBeUndefined();
  });
});

describe('distance to infrastructure', () => {
  const places = [
    at('west', 'park', 119.5, 30),
    at('east', 'park', 120.5, 30),
    at('hgh', 'airport', 120.6, 30),
    at('far', 'airport', 122, 30),
    at('gate', 'bonded', 120.5, 30, { precision: 'town' }),
    at('nowhere', 'port', 0, 0, { lon: null, lat: null, precision: 'unlocated' })
  ];
  const atlas = indexAtlas(atlasData({ places }));
  const access = zoneAccess(atlas, zone('z', { units: ['330106'], parks: ['west', 'east'] }));
  const name = (anchor: (typeof access)[number]['nearest']['from']) => (anchor.kind === 'place' ? anchor.place.id : anchor.unit.adcode);

  it('finds the nearest of each kind, and the point with the longest way', () => {
    const [airport] = access;
    expect(airport?.kind).toBe('airport');
    expect([name(airport!.nearest.from), name(airport!.nearest.to)]).toEqual(['east', 'hgh']);
    // 0.1° and 1.1° of longitude at latitude 30: 111.195 × cos 30° = 96.30 km a degree
    expect(airport!.nearest.km).toBeCloseTo(9.6, 1);
    expect(airport!.farthest!.km).toBeCloseTo(105.9, 1);
    expect(name(airport!.farthest!.from)).toBe('west');
  });

  it('adds up the uncertainty of both ends and leaves out kinds without a position', () => {
    expect(access.map(({ kind }) => kind)).toEqual(['airport', 'bonded']);
    expect(access[1]?.nearest.within).toBe(5);
  });
});

it('finds units in common, also one inside the other', () => {
  const atlas = indexAtlas(atlasData({}));
  const common = (a: string[], b: string[]) => commonUnits(atlas, zone('a', { units: a }), zone('b', { units: b }));
  expect(common(['330106'], ['330106'])).toEqual(['330106']);
  expect(common(['330106'], ['330100', '330200'])).toEqual(['330106']);
  expect(common(['330100'], ['330106'])).toEqual(['330106']);
  expect(common(['330106'], ['330200'])).toEqual([]);
  expect(common([], ['330200'])).toEqual([]);
});

describe('what is near a place', () => {
  const places = [
    at('own', 'port', 120, 30, { precision: 'town' }),
    at('far', 'park', 121, 30),
    at('close', 'park', 120.1, 30, { precision: 'town' }),
    at('vague', 'park', 120, 30, { precision: 'district' }),
    at('harbour', 'port', 122, 30)
  ];
  const atlas = indexAtlas(atlasData({ places }));
  const [own, , , vague] = places;

  it('is told nearest first, with the uncertainty of both ends, and never from or to a place without a point', () => {
    expect(placesNear(atlas, own!, ({ kind }) => kind === 'park').map(({ to, within }) => [to.place.id, within])).toEqual([
      ['close', 10],
      ['far', 5]
    ]);
    expect(placesNear(atlas, vague!, () => true)).toEqual([]);
  });

  it('is not the place itself: the nearest port of a port is another', () => {
    const ports = (itself?: string) => accessFrom(atlas, [placeAnchor(own!)!], itself).map(({ nearest: { to } }) => to.kind === 'place' && to.place.id);
    expect(ports('own')).toEqual(['harbour']);
    expect(ports()).toEqual(['own']);
  });
});
