import { describe, expect, it } from 'vitest';
import { indexAtlas, sectorWithDescendants } from '#lib/atlas/atlas';
import { sliceAtlas } from '#lib/atlas/slice';
import { reduce } from '#lib/atlas/state';
import type { ExplorerState } from '#lib/atlas/state';
import { deriveView, membershipsOf } from '#lib/atlas/view';
import { atlasData, place, zone } from './fixtures';

const data = atlasData({
  zones: [
    zone('core', { layout: 'province', tier: 'core', units: ['330100'], sectors: ['synbio'], parks: ['park-a'] }),
    zone('belt', { layout: 'province', tier: 'belt', units: ['330100', '330200'], sectors: ['api'] }),
    zone('lake', { layout: 'city', tier: 'park', units: ['330106'], platforms: ['lab'] })
  ],
  places: [place('park-a', 'park', ['doc']), place('lab', 'institute', ['doc-two']), place('unlinked', 'park', ['doc'])]
});
const atlas = indexAtlas(data);
const start: ExplorerState = { layout: 'province', hiddenTiers: [], hiddenKinds: [] };
const view = (state: Partial<ExplorerState> = {}) => deriveView(atlas, { ...start, ...state }, '2026-11-22');
const active = (state: Partial<ExplorerState>) => view(state).zones.flatMap(({ zone: { id }, active: on }) => (on ? [id] : []));

describe('explorer view', () => {
  it('answers which zones a city belongs to, of every layout, those shown first', () => {
    const found = view({ layout: 'city', selection: { kind: 'unit', adcode: '330106' } }).selection;
    expect(found?.kind === 'unit' && found.memberships.map(({ zone: { id } }) => id)).toEqual(['lake', 'core', 'belt']);
    expect(membershipsOf(atlas, '330200').map(({ zone: { id } }) => id)).toEqual(['belt']);
    // a zone of one county does not make its whole city a member
    expect(membershipsOf(atlas, '330100').map(({ zone: { id } }) => id)).toEqual(['core', 'belt']);
  });

  it('filters by sector and everything below it', () => {
    expect([...sectorWithDescendants(atlas, 'frontier')].sort()).toEqual(['frontier', 'synbio']);
    expect(active({ sector: 'frontier' })).toEqual(['core']);
    expect(active({ sector: 'api' })).toEqual(['belt']);
  });

  it('does not count a sector that only an outside source gives a zone', () => {
    const [core, ...others] = data.zones;
    const told = core!.links.sectors.map((link) => ({ ...link, citations: [{ document: 'outside', clause: '一' }] }));
    const outside = indexAtlas({ ...data, zones: [{ ...core!, links: { ...core!.links, sectors: told } }, ...others] });
    expect(deriveView(outside, { ...start, sector: 'synbio' }, '2026-11-22').counts.activeZones).toBe(0);
  });

  it('divides no ground among assignments, until one is left', () => {
    const fields = Array.from({ length: 6 }, (_, i) =>
      zone(`field-${i}`, { layout: 'province', tier: 'assignment', units: ['330100'], sectors: i < 1 ? ['api'] : [] })
    );
    const many = atlasData({ zones: fields });
    const crowded = indexAtlas({ ...many, layouts: many.layouts.map((layout) => ({ ...layout, kind: 'assignment' as const })) });
    expect(deriveView(crowded, start, '2026-11-22').stacked).toBe(true);
    expect(deriveView(crowded, { ...start, sector: 'api' }, '2026-11-22').stacked).toBe(false);
    // zones that are areas fill their ground, however many
    expect(deriveView(indexAtlas(many), start, '2026-11-22').stacked).toBe(false);
  });

  it('filters by tier, and hides the places of zones filtered out', () => {
    expect(active({ hiddenTiers: ['core'] })).toEqual(['belt']);
    expect(view({ hiddenTiers: ['core'] }).places).toEqual([]);
    expect(view().counts).toMatchObject({ zones: 2, activeZones: 2, places: 1 });
  });

  it('shows the places that a document names when asked to', () => {
    expect(view({ document: 'doc' }).places.map(({ place: { id } }) => id)).toEqual(['park-a', 'unlinked']);
  });

  it('treats unknown ids as not given', () => {
    const fallback = view({ layout: 'gone', sector: 'gone', selection: { kind: 'zone', id: 'gone' } });
    expect(fallback.layout.id).toBe('province');
    expect(fallback.selection).toBeUndefined();
    expect(fallback.filtered).toBe(false);
  });

  it('drops selection and camera when the layout changes, and keeps the sector', () => {
    const state = reduce(
      { ...start, sector: 'api', selection: { kind: 'zone', id: 'core' }, camera: { lon: 120, lat: 30, zoom: 9 } },
      { type: 'layout', id: 'city' }
    );
    expect(state).toEqual({ layout: 'city', sector: 'api', hiddenTiers: [], hiddenKinds: [] });
  });
});

describe('slice', () => {
  it('holds what its zones need and nothing of the others', () => {
    const slice = sliceAtlas(data, new Set(['lake']));
    expect(slice.zones.map(({ id }) => id)).toEqual(['lake']);
    expect(slice.places.map(({ id }) => id)).toEqual(['lab']);
    expect(slice.sectors).toEqual([]);
    expect(slice.layouts.map(({ id, zones }) => [id, zones])).toEqual([
      ['province', []],
      ['city', ['lake']]
    ]);
    // parents of its units come along, so that names above can be shown
    expect(slice.admin.map(({ adcode }) => adcode).sort()).toEqual(['330000', '330100', '330106']);
  });
});
