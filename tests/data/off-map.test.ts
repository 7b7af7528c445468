import { expect, it } from 'vitest';
import { prefectureOf } from '#lib/atlas/admin-units';
import { indexAtlas } from '#lib/atlas/atlas';
import { offMap } from '#lib/atlas/off-map';
import { deriveView } from '#lib/atlas/view';
import { decodeGeometry } from '#lib/map/layers/geometry';
import { labelPoints } from '#lib/map/layers/labels';
import { placeFeatures, tallies } from '#lib/map/layers/places';
import { readAtlas, readTopology } from '#lib/site/prerender/read-data';

/* What a list of zones says is not on the map, against what the map draws and counts. */
const data = readAtlas();
const atlas = indexAtlas(data);
const geometry = { province: decodeGeometry(readTopology('overview')), city: decodeGeometry(readTopology('focus')) };

it.each(data.layouts.map((layout) => [layout.id, layout] as const))(
  '%s: parks and platforms are marked, counted beside a name, or told as not on the map',
  (_, layout) => {
    const all = deriveView(atlas, { layout: layout.id, hiddenTiers: [], hiddenKinds: [] }, data.index.statusAsOf);
    const shapes = geometry[layout.scope];
    const cityOf = (code: string) => {
      const unit = shapes.unit.get(code)?.properties;
      return unit && prefectureOf(unit);
    };
    const labelled = labelPoints(shapes, all).features.flatMap(({ properties }) =>
      properties?.['level'] === 'county' || properties?.['level'] === 'prefecture' ? [String(properties['id']).split('/')[1]] : []
    );
    for (const { zone } of all.zones) {
      const own = all.places.filter(({ place }) => [...zone.parks, ...zone.platforms].includes(place.id));
      const onMap = own.filter((one) => {
        const [mark] = placeFeatures([one]).features;
        return Boolean(mark?.properties?.['mark']) || [...tallies([one], cityOf).keys()].some((code) => labelled.includes(code));
      });
      expect(offMap(atlas, layout, zone), zone.id).toBe(zone.parks.length + zone.platforms.length - onMap.length);
    }
  }
);

it('there are some, and not in every zone', () => {
  const zones = data.layouts.flatMap((layout) => layout.zones.flatMap((id) => atlas.zone.get(id) ?? []).map((zone) => offMap(atlas, layout, zone)));
  expect(zones.filter((count) => count > 0).length).toBeGreaterThan(0);
  expect(zones.filter((count) => count === 0).length).toBeGreaterThan(10);
});
