import { describe, expect, test } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { deriveView } from '#lib/atlas/view';
import type { ExplorerState } from '#lib/atlas/state';
import { pictureOfView } from '#lib/map/picture/of-view';
import { publishedAtlas } from '../layers/fixtures';

const atlas = indexAtlas(publishedAtlas());
const LAYOUT = 'hz-one-core-four-parks';
const wish = (state: Partial<ExplorerState>) => pictureOfView(deriveView(atlas, { layout: LAYOUT, hiddenTiers: [], hiddenKinds: [], ...state }, '2026-11-22'));

describe('the explorer’s view as a picture', () => {
  test('all of a layout, with all of its places', () => {
    const all = wish({});
    expect(all.zones).toBeUndefined();
    expect(all.places?.length).toBeGreaterThan(20);
  });
  test('a zone picked, with its own places only', () => {
    const one = wish({ selection: { kind: 'zone', id: 'h24-core-qiantang' } });
    const zone = atlas.zone.get('h24-core-qiantang')!;
    expect(one.zones).toEqual(['h24-core-qiantang']);
    expect([...one.places!].sort()).toEqual([...zone.platforms, ...zone.parks].sort());
  });
  test('what a filter leaves', () => {
    expect(wish({ hiddenTiers: ['belt', 'park'] }).zones).toEqual(['h24-core-qiantang']);
    const synbio = wish({ sector: 'synbio' }).zones!;
    expect(synbio.length).toBeGreaterThan(0);
    expect(synbio.every((id) => atlas.zone.get(id)?.layout === LAYOUT)).toBe(true);
    const kinds = new Set(wish({ hiddenKinds: ['park'] }).places!.map((id) => atlas.place.get(id)?.kind));
    expect(kinds.has('park')).toBe(false);
  });
  test('the zones around a unit or a place picked', () => {
    expect(wish({ selection: { kind: 'unit', adcode: '330114' } }).zones).toEqual(['h24-core-qiantang']);
    const place = atlas.zone.get('h24-park-yuhang')!.parks[0]!;
    const picked = wish({ selection: { kind: 'place', id: place } });
    expect(picked.zones).toContain('h24-park-yuhang');
    expect(picked.places).toContain(place);
  });
});
