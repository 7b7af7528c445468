import { describe, expect, it } from 'vitest';
import { assessZones } from '#lib/features/match/assess';
import { mustState } from '#lib/features/match/musts';
import { matchZones } from '#lib/features/match/rank';
import { steadiness } from '#lib/features/match/sensitivity';
import type { Project } from '#lib/atlas/project/project';
import type { Zone } from '#lib/schema/atlas';
import { zone } from '../../atlas/fixtures';
import { atlasOf, DAY, project } from './worked';

/* What a project cannot do without, and what does not compete with what lies in it; on the facts in worked.ts. */

const match = (zones: Zone[], wanted: Partial<Project>) => {
  const given = project(wanted);
  return matchZones(assessZones(atlasOf(zones), given, DAY), given);
};
const ids = (list: readonly Readonly<{ assessed: Readonly<{ zone: Zone }> }>[]) => list.map(({ assessed }) => assessed.zone.id);
const KNOWN = { low: 0, high: 0, score: 0 };

describe('how a must-have stands', () => {
  it.each([
    ['named', 'met'],
    ['others', 'failed'],
    // no fact speaks against the zone, and none for it
    ['silent', 'open'],
    ['planned', 'open'],
    ['mentioned', 'open'],
    ['related', 'open'],
    ['unplaced', 'open'],
    ['elsewhere', 'open']
  ] as const)('%s: %s', (state, expected) => {
    expect(mustState({ state, bounds: KNOWN })).toBe(expected);
  });

  it.each([
    ['within full reach for certain', { score: 1, low: 1, high: 1 }, 'met'],
    ['within it or a little farther', { score: 1, low: 0.9, high: 1 }, 'open'],
    ['farther for certain', { score: 0.8, low: 0.7, high: 0.9 }, 'failed']
  ] as const)('a distance %s', (_, bounds, expected) => {
    expect(mustState({ state: 'measured', bounds })).toBe(expected);
  });
});

describe('a ranking with must-haves', () => {
  const land = zone('land', { units: ['330106'], capabilities: ['land-m3', 'manufacturing'] });
  const silent = zone('silent', { units: ['330106'], sectors: ['synbio'], capabilities: ['manufacturing'] });
  const other = zone('other', { units: ['330106'], sectors: ['synbio'], capabilities: ['land-m3', 'research'] });
  const wanted = { sectors: ['synbio'], stage: ['manufacturing'], land: ['land-m3'] };

  it('puts first what meets them, then what leaves one open, and apart what fails one, whatever the points', () => {
    // points: land (2 + 3) / 8 = 62.5, silent (3 + 2) / 8 = 62.5, other (3 + 3) / 8 = 75
    expect(ids(match([land, silent, other], wanted).listed)).toEqual(['other', 'land', 'silent']);
    const strict = match([silent, other, land], { ...wanted, must: ['land-m3', 'manufacturing'] });
    expect(ids(strict.listed)).toEqual(['land', 'silent']);
    expect(strict.listed.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, false],
      [2, false]
    ]);
    expect(strict.listed[1]?.best.musts.open.map(({ wish }) => wish)).toEqual(['land-m3']);
    expect(ids(strict.failed)).toEqual(['other']);
    expect(strict.failed[0]?.best.musts.failed.map(({ wish, state }) => [wish, state])).toEqual([['manufacturing', 'others']]);
  });

  it('loses nobody: every zone is in one of the lists', () => {
    const zones = [land, silent, other, zone('nothing', { units: ['330200'] })];
    const { listed, wide, low, failed, refused } = match(zones, { ...wanted, must: ['manufacturing', 'land-m3'] });
    expect([...ids(listed), ...ids(wide.map(({ ranked }) => ranked)), ...ids(low), ...ids(failed), ...ids(refused)].sort()).toEqual(
      ids(zones.map((one) => ({ assessed: { zone: one } }))).sort()
    );
  });

  it('takes the member that meets them before one with more points', () => {
    const both = zone('both', { units: ['330106', '330200'], sectors: ['synbio'], capabilities: ['land-m3'] });
    const apart: Zone = {
      ...both,
      links: {
        ...both.links,
        sectors: both.links.sectors.map((link) => ({ ...link, units: ['330106'] })),
        capabilities: both.links.capabilities.map((link) => ({ ...link, units: ['330200'] }))
      }
    };
    const best = (must: string[]) =>
      match([apart], { sectors: ['synbio'], land: ['land-m3'], weights: { ...project({}).weights, sector: 5 }, must }).listed[0]?.best.unit;
    expect(best([])).toBe('330106');
    expect(best(['land-m3'])).toBe('330200');
  });

  it('is heeded by the random weightings, too', () => {
    const given = project({ ...wanted, must: ['land-m3'] });
    const assessed = assessZones(atlasOf([land, silent]), given, DAY);
    expect(steadiness(assessed, ['sector', 'stage', 'land']).get('silent')).toMatchObject({ from: 2, to: 2 });
  });
});

describe('a ranking by ground', () => {
  const city = zone('city', { units: ['330100'], sectors: ['synbio'] });
  const district = zone('district', { units: ['330106'], sectors: ['synbio'] });

  it('a city does not compete with a district that lies in it, and says which', () => {
    const { listed, wide } = match([city, district], { sectors: ['synbio'] });
    expect(listed.map(({ assessed, rank, tied }) => [assessed.zone.id, rank, tied])).toEqual([['district', 1, false]]);
    expect(wide.map(({ ranked, holds }) => [ranked.assessed.zone.id, ids(holds)])).toEqual([['city', ['district']]]);
  });

  it('competes where no result lies in it, and with the members in which none does', () => {
    expect(ids(match([city, zone('elsewhere', { units: ['330200'], sectors: ['synbio'] })], { sectors: ['synbio'] }).listed)).toEqual(['city', 'elsewhere']);
    const two = zone('two', { units: ['330100', '330200'], sectors: ['synbio'] });
    const { listed, wide } = match([two, district], { sectors: ['synbio'] });
    expect(wide).toEqual([]);
    const left = listed.find(({ assessed }) => assessed.zone.id === 'two');
    expect([left?.best.unit, left?.assessed.yielded]).toEqual(['330200', ['330100']]);
  });

  it('a district below the line holds nobody back', () => {
    expect(ids(match([city, zone('poor', { units: ['330106'], sectors: ['api'] })], { sectors: ['synbio'] }).listed)).toEqual(['city']);
  });
});
