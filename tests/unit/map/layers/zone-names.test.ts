import inside from '@turf/boolean-point-in-polygon';
import { describe, expect, test } from 'vitest';
import { decodeGeometry, dissolve } from '#lib/map/layers/geometry';
import { plateImage, plateOf } from '#lib/map/layers/images';
import { labelPoints, zoneNames } from '#lib/map/layers/labels';
import { OVER_BORDER, halfSize, nameSpot } from '#lib/map/layers/zone-names';
import { publishedAtlas, publishedTopology, squares, viewOf } from './fixtures';

const published = publishedAtlas();
const geometry = decodeGeometry(publishedTopology('overview'));
const ground = dissolve(decodeGeometry(squares()), ['330100'])!;
const half = [40, 10] as const;

describe('the place of a zone’s name', () => {
  test('is within its ground, in the middle where nothing is in the way', () => {
    const spot = nameSpot(ground, half, []);
    // a column half a degree wide: as far from either side as can be
    expect(spot!.at[0]).toBeCloseTo(119.25, 1);
    // at the zoom given, half the name is as wide as half the column, but for its ends, which may lie over the border
    expect(((0.25 / 360) * 512 * 2 ** spot!.fromZoom) / half[0]).toBeCloseTo(OVER_BORDER, 1);
  });

  test('keeps clear of other labels, and is written the later the less room there is', () => {
    const free = nameSpot(ground, half, []);
    const beside = nameSpot(ground, half, [{ at: free!.at, half: [30, 20] }]);
    expect(Math.abs(beside!.at[1] - free!.at[1])).toBeGreaterThan(0.1);
    const crowded = nameSpot(
      ground,
      half,
      [28.1, 28.3, 28.5, 28.7, 28.9, 29.1, 29.3].map((lat) => ({ at: [119.25, lat] as const, half: [30, 20] as const }))
    );
    expect(crowded!.fromZoom).toBeGreaterThan(free!.fromZoom);
  });

  test('there is none without ground', () => {
    expect(nameSpot({ type: 'MultiPolygon', coordinates: [] }, half, [])).toBeUndefined();
  });

  test('is found for the wider of two languages', () => {
    expect(halfSize({ zh: '特色示范带', en: 'a b' })[0]).toBeGreaterThan(halfSize({ zh: '带', en: 'a b' })[0]);
    expect(halfSize({ zh: '带', en: 'Speciality belt' })[0]).toBeGreaterThan(halfSize({ zh: '特色示范带', en: 'a b' })[0]);
  });
});

describe('names of zones', () => {
  const shown = (layout: string, state: Parameters<typeof viewOf>[1] = {}) => zoneNames(geometry, viewOf(published, { layout, ...state }));

  test.each(published.layouts.map(({ id }) => id))('in %s stand on the ground of their own zone', (id) => {
    for (const { properties, geometry: at } of shown(id)) {
      const zone = published.zones.find(({ layout, hue }) => layout === id && hue === properties?.hue)!;
      expect(inside(at, dissolve(geometry, zone.units)!), zone.id).toBe(true);
    }
  });

  test('are left out where tasks overlap, and where the unit’s own name says the same', () => {
    expect(shown('zj-key-fields')).toEqual([]);
    const names = shown('hz-one-core-four-parks').map(({ properties }) => String(properties?.nameZh));
    expect(names).toContain('特色示范带');
    expect(names.filter((name) => published.admin.some((unit) => unit.parent === '330100' && unit.name.zh.startsWith(name)))).toEqual([]);
    const province = new Set(shown('zj-one-core-two-belts-two-circles').map(({ properties }) => String(properties?.hue)));
    expect(province.size).toBe(5);
  });

  /** Zoom at which the whole region fills a window so wide, CSS px. */
  const zoomOf = (width: number) => Math.log2((width * 360) / 5.2 / 512);

  test('are there for every zone as soon as the whole region is seen on a screen, at a unit of its own where there is no room', () => {
    const id = 'zj-one-core-two-belts-two-circles';
    const { features } = labelPoints(geometry, viewOf(published, { layout: id }));
    for (const zone of published.zones.filter(({ layout }) => layout === id)) {
      const own = features.find(({ properties }) => properties?.level === 'zone' && properties.id === zone.id);
      const unit = features.find(({ properties }) => properties?.level === 'prefecture' && properties.farZh === plateImage(zone, 'zh'));
      expect([own, unit].filter(Boolean), zone.id).toHaveLength(1);
      if (own) expect(own.properties?.fromZoom, zone.id).toBeLessThanOrEqual(Math.floor(zoomOf(800)));
    }
  });

  test('stand at a county of the zone’s own in a city on a small window, where they have no room of their own yet', () => {
    const city = published.layouts.find(({ id }) => id === 'hz-one-core-four-parks')!;
    const { features } = labelPoints(decodeGeometry(publishedTopology('focus')), viewOf(published, { layout: city.id }));
    const late = features.filter(({ properties }) => properties?.level === 'zone' && properties.fromZoom >= 7).map(({ properties }) => String(properties?.id));
    expect(late).toContain('h24-belt-api');
    const told = features.flatMap(({ properties }) => {
      const zone = published.zones.find((one) => one.layout === city.id && properties?.smallZh === plateImage(one, 'zh'));
      return zone ? [[zone.id, String(properties?.nameZh)]] : [];
    });
    // a zone of crowded districts is told by the inset
    expect(told).toEqual([['h24-belt-api', '临安']]);
  });

  test('have their mark on their plate', () => {
    for (const { properties } of shown('zj-one-core-two-belts-two-circles')) {
      const zone = published.zones.find(({ id }) => id === properties?.id)!;
      expect(plateOf(String(properties?.plateEn))).toEqual({
        badge: { hue: zone.hue, mark: zone.mark.en, part: false },
        text: zone.short.en
      });
    }
  });

  test('of the zone that is selected is there at every zoom', () => {
    const selected = shown('zj-one-core-two-belts-two-circles', { selection: { kind: 'zone', id: 'z22-belt-pharma' } });
    expect(selected.filter(({ properties }) => properties?.fromZoom === 0).map(({ properties }) => properties?.nameZh)).toContain('制药带');
  });
});
