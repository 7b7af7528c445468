import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { cityOf, hasPage, linkedThrough, standingAmong, zonesAround, zonesNaming } from '#lib/atlas/related-places';
import { atlasData, place, zone } from './fixtures';

const outside = { document: 'gazetteer', clause: '位置' };
const atlas = indexAtlas(
  atlasData({
    places: [place('park', 'park', ['doc']), { ...place('port', 'port', []), citations: [outside] }],
    zones: [
      zone('names-it', { parks: ['park'], units: ['330106'], sectors: ['synbio'], capabilities: ['pilot'] }),
      zone('is-it', { place: 'park', placeStanding: 'planned' }),
      zone('same-ground', { units: ['330100'] }),
      zone('elsewhere', { units: ['330200'] })
    ]
  })
);
const park = place('park', 'park', ['doc']);

describe('places', () => {
  it('of the surroundings have a page only where a policy document names them', () => {
    expect(hasPage(atlas, { kind: 'park', citations: [outside] })).toBe(true);
    expect(hasPage(atlas, { kind: 'airport', citations: [outside] })).toBe(false);
    expect(hasPage(atlas, { kind: 'airport', citations: [outside, { document: 'doc', clause: '一' }] })).toBe(true);
  });

  it('know the zones that name them apart from those on whose ground they lie', () => {
    expect(zonesNaming(atlas, 'park').map(({ zone: { id }, itself, link }) => [id, itself, link.standing])).toEqual([
      ['names-it', false, undefined],
      ['is-it', true, 'planned']
    ]);
    expect(zonesAround(atlas, park).map(({ id }) => id)).toEqual(['same-ground']);
    // known to be in the city only: a zone of one of its districts may be elsewhere
    expect(zonesAround(atlas, { id: 'other', adcode: '330100' }).map(({ id }) => id)).toEqual(['same-ground']);
  });

  it('take sectors from zones that name them, with those above, as far as said of where they lie', () => {
    expect(linkedThrough(atlas, park, 'sectors')).toEqual(['synbio', 'frontier']);
    expect(linkedThrough(atlas, park, 'capabilities')).toEqual(['pilot']);
    const narrowed = zone('narrowed', { parks: ['park'], units: ['330106', '330200'], sectors: ['api'] });
    narrowed.links.sectors[0]!.units = ['330200'];
    expect(linkedThrough(indexAtlas(atlasData({ zones: [narrowed] })), park, 'sectors')).toEqual([]);
  });

  it('are in a city, or in none that is known', () => {
    expect(cityOf(atlas, park)?.adcode).toBe('330100');
    expect(cityOf(atlas, { adcode: '330000' })).toBeUndefined();
  });

  it('are there where any words take them to be', () => {
    expect(standingAmong([{ status: 'planned' }, { status: 'existing' }])).toBeUndefined();
    expect(standingAmong([{ status: 'named' }, { status: 'planned' }])).toBe('planned');
    expect(standingAmong([{ status: 'named' }])).toBe('named');
    expect(standingAmong([])).toBeUndefined();
  });
});
