import distance from '@turf/distance';
import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { decodeGeometry } from '#lib/map/layers/geometry';
import { rowImage, rowOf, tallyOf } from '#lib/map/layers/images';
import { PLACE_ZOOM, SLOTS, locatedPlaces, placeFeatures, tallies } from '#lib/map/layers/places';
import { clickIntent, placeAt, unitMeant, zonesAtUnit } from '#lib/map/layers/pointing';
import { selectionFeatures } from '#lib/map/layers/zone-features';
import type { Place } from '#lib/schema/atlas';
import { PRECISIONS } from '#lib/schema/terms';
import { atlasData, place, zone } from '../../atlas/fixtures';
import { squares, viewOf } from './fixtures';

const known = (id: string, precision: Place['precision'], lon: number, extra: Partial<Place> = {}): Place => ({
  ...place(id, 'park', ['doc']),
  precision,
  ...(precision === 'unlocated' ? { lon: null, lat: null } : { lon }),
  ...extra
});
const data = atlasData({
  zones: [
    zone('core', { units: ['330100'], parks: [...PRECISIONS, 'stray'] }),
    zone('belt', { tier: 'belt', units: ['330100', '330200'] }),
    zone('park', { tier: 'park', layout: 'city', units: ['330106'] })
  ],
  // the last has a position that is known to be no good
  places: [...PRECISIONS.map((precision, i) => known(precision, precision, 120 + i)), known('stray', 'site', 125, { precision: 'unlocated' })]
});
const view = viewOf(data);

describe('places', () => {
  test('have a solid mark where their site is known, a hollow one near it, none where the point only stands in', () => {
    const { features } = placeFeatures(view.places);
    expect(features.map(({ properties }) => [properties?.id, properties?.mark])).toEqual([
      ['site', 'mark/ground/solid'],
      ['neighbourhood', 'mark/ground/solid'],
      ['town', 'mark/ground/hollow'],
      ['district', ''],
      ['prefecture', '']
    ]);
  });

  test('that are selected have a mark always, and a ring as wide as they are uncertain', () => {
    const reach = (id: string) => {
      const selected = viewOf(data, { selection: { kind: 'place', id } });
      expect(placeFeatures(selected.places).features.find(({ properties }) => properties?.id === id)?.properties?.mark ?? '').toMatch(/^mark|^$/);
      const at = selected.places.find(({ place: { id: of } }) => of === id)!.place;
      const [ring] = selectionFeatures(selected, decodeGeometry(squares())).features;
      const corners = ring ? (ring.geometry as Polygon).coordinates[0]! : [];
      return Math.max(0, ...corners.map((corner) => distance([at.lon ?? 0, at.lat ?? 0], corner, { units: 'meters' })));
    };
    expect(PRECISIONS.map((id) => Math.round(reach(id) / 50) * 50)).toEqual([0, 1000, 3000, 5000, 10000, 0]);
  });

  test('say so in their name where only the district or the prefecture is known', () => {
    expect(placeFeatures(view.places).features.map(({ properties }) => String(properties?.nameZh).startsWith('≈'))).toEqual([false, false, false, true, true]);
  });

  test('of other zones step back without their names where one zone is selected; what is selected itself does not', () => {
    const shown = placeFeatures(view.places, new Set(['site'])).features.map(({ properties }) => [
      properties?.id,
      properties?.aside,
      properties?.nameZh !== ''
    ]);
    expect(shown.slice(0, 3)).toEqual([
      ['site', false, true],
      ['neighbourhood', true, false],
      ['town', true, false]
    ]);
    const selected = viewOf(data, { selection: { kind: 'place', id: 'town' } });
    const town = placeFeatures(selected.places, new Set(['site'])).features.find(({ properties }) => properties?.id === 'town');
    expect(town?.properties?.nameZh).not.toBe('');
  });

  test('at the same point stand side by side; what is known exactly stays where it is', () => {
    const at = (id: string, precision: Place['precision'], lon: number) => ({ place: known(id, precision, lon), active: true, selected: false });
    const slots = (...places: ReturnType<typeof at>[]) => locatedPlaces(places).map(({ slot }) => slot);
    expect(slots(at('a', 'town', 120), at('b', 'town', 120.001), at('far', 'town', 120.1))).toEqual([1, 2, 0]);
    expect(slots(at('a', 'site', 120), at('b', 'town', 120.001))[0]).toBe(0);
    expect(slots(at('a', 'site', 120), at('b', 'town', 120.001))[1]).toBeGreaterThan(0);
    // what has no mark takes up no room
    expect(slots(at('a', 'district', 120), at('b', 'town', 120.001))).toEqual([0, 0]);
    const crowd = ['a', 'b', 'c', 'd', 'e'].map((id, i) => at(id, 'town', 120 + i / 10_000));
    const spots = slots(...crowd).map((slot) => SLOTS[slot]!);
    for (const [i, [x, y]] of spots.entries())
      for (const [u, v] of spots.slice(i + 1)) expect(Math.hypot(u - x, v - y), `${x},${y} and ${u},${v}`).toBeGreaterThan(10);
  });

  test('switched off are hidden', () => {
    expect(placeFeatures(viewOf(data, { hiddenKinds: ['park'] }).places).features).toEqual([]);
    expect(placeFeatures(viewOf(data, { hiddenTiers: ['core'] }).places).features).toEqual([]);
  });
});

describe('numbers of places', () => {
  test('add up to all that are shown, at a county and at its prefecture', () => {
    const total = (of: typeof view, adcode: string) =>
      Object.values(tallies(of.places, () => undefined).get(adcode) ?? {}).reduce((sum, count) => sum + count, 0);
    const at = (adcode: string) => view.places.filter(({ place: one }) => one.adcode === adcode).length;
    const [code = ''] = new Set(view.places.map(({ place: one }) => one.adcode));
    expect(total(view, code)).toBe(at(code));
    expect(total(view, code)).toBe(view.counts.places);
    expect(total(viewOf(data, { hiddenKinds: ['park'] }), code)).toBe(0);
    const moved = view.places.map((entry, i) => (i < 2 ? { ...entry, place: { ...entry.place, adcode: '330201' } } : entry));
    const found = tallies(moved, (adcode) => (adcode === '330201' ? '330200' : undefined));
    expect([found.get('330201'), found.get('330200')]).toEqual([{ ground: 2 }, { ground: 2 }]);
    expect(found.get(code)).toEqual({ ground: at(code) - 2 });
  });

  test('stand in a row’s image with its marks, each group by itself', () => {
    const badges = [{ zone: { hue: 'core-1', mark: { zh: '核', en: 'C' } }, part: false }] as const;
    const name = rowImage(badges, 'zh', { knowledge: 12, ground: 3 });
    expect(rowOf(name)).toEqual([{ hue: 'core-1', mark: '核', part: false }]);
    expect(tallyOf(name)).toEqual([
      ['ground', 3],
      ['knowledge', 12]
    ]);
    expect(tallyOf(rowImage(badges, 'en'))).toEqual([]);
    expect(rowOf(rowImage([], 'zh', { ground: 1 }))).toEqual([]);
    expect(rowImage([], 'zh')).toBe('');
  });
});

describe('pointing', () => {
  // 100 px to a degree
  const project = ([lon, lat]: readonly [number, number]) => ({ x: (lon - 120) * 100, y: (30 - lat) * 100 });
  const inDistrict = { county: '330106', prefecture: '330100' };

  test('finds the nearest place whose mark is under the pointer; a stand-in is reached by its name alone', () => {
    expect(placeAt(view, [3, 3], project, 10)).toBe('site');
    expect(placeAt(view, [15, 0], project, 10)).toBeUndefined();
    expect(placeAt(view, [205, 0], project, 10)).toBe('town');
    expect(placeAt(view, [215, 0], project, 10)).toBeUndefined();
    expect(placeAt(view, [300, 0], project, 10)).toBeUndefined();
  });

  test('finds a mark where it stands, beside its point', () => {
    const crowded = view.places.map((entry, i) => (i < 3 ? { ...entry, place: { ...entry.place, precision: 'town' as const, lon: 120 } } : entry));
    const marks = locatedPlaces(crowded).slice(0, 3);
    for (const { view: entry, slot } of marks) {
      const [dx, dy] = SLOTS[slot]!;
      expect(placeAt({ ...view, places: crowded }, [dx, dy], project, 11)).toBe(entry.place.id);
    }
  });

  test('from afar finds none but the one that is selected: the others are counted, not drawn', () => {
    expect(placeAt(view, [0, 0], project, PLACE_ZOOM - 0.1)).toBeUndefined();
    expect(placeAt(viewOf(data, { selection: { kind: 'place', id: 'site' } }), [3, 3], project, PLACE_ZOOM - 2)).toBe('site');
  });

  test('a click means the place, else the only zone here, else the unit that several share, else nothing', () => {
    expect(clickIntent(view, 'site', inDistrict, 7)).toEqual({ type: 'select', selection: { kind: 'place', id: 'site' } });
    expect(clickIntent(view, undefined, { county: '330201', prefecture: '330200' }, 7)).toEqual({ type: 'select', selection: { kind: 'zone', id: 'belt' } });
    expect(clickIntent(view, undefined, inDistrict, 7)).toEqual({ type: 'select', selection: { kind: 'unit', adcode: '330100' } });
    expect(clickIntent(view, undefined, inDistrict, 9)).toEqual({ type: 'select', selection: { kind: 'unit', adcode: '330106' } });
    expect(clickIntent(view, undefined, undefined, 9)).toEqual({ type: 'clear' });
  });

  test('means counties where the layout counts in counties, and only zones that are shown', () => {
    const city = viewOf(data, { layout: 'city' });
    expect(unitMeant(city, inDistrict, 7)).toBe('330106');
    expect(unitMeant(city, { county: '330201', prefecture: '330200' }, 7)).toBe('330200');
    expect(zonesAtUnit(view, inDistrict)).toEqual(['core', 'belt']);
    expect(zonesAtUnit(viewOf(data, { hiddenTiers: ['belt'] }), inDistrict)).toEqual(['core']);
  });
});
