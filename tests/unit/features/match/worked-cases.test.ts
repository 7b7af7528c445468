import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { assessZones } from '#lib/features/match/assess';
import { lackOf } from '#lib/features/match/explain';
import { matchZones } from '#lib/features/match/rank';
import { activeCriteria, DEFAULT_WEIGHTS, EMPTY_PROJECT } from '#lib/atlas/project/project';
import type { Project } from '#lib/atlas/project/project';
import { rankZones } from '#lib/features/match/score';
import { usualLayouts } from '#lib/features/match/usual-layouts';
import type { Zone } from '#lib/schema/atlas';
import { atlasData, place, zone } from '../../atlas/fixtures';
import { atlasOf, DAY, points, project, sectors, text, vocabulary } from './worked';

/* Scores worked out by hand, on the facts in worked.ts. */

describe('one criterion, worked by hand', () => {
  it.each([
    // one wish: 100 · (3 · score) / 3
    ['the same sector: 1', { sectors: ['synbio'] }, ['synbio'], [100, 100, 100]],
    ['a part of it: 0.8', { sectors: ['synbio'] }, ['enzymes'], [80, 80, 80]],
    ['the field above: 0.5', { sectors: ['synbio'] }, ['frontier'], [50, 50, 50]],
    ['two steps above: 0.25', { sectors: ['enzymes'] }, ['frontier'], [25, 25, 25]],
    ['others only: 0, known', { sectors: ['synbio'] }, ['api'], [0, 0, 0]],
    ['no sector listed: 0, could be 1', { sectors: ['synbio'] }, [], [0, 0, 100]],
    // the closest relation counts: 1, not 0.5
    ['the same and the one above', { sectors: ['synbio'] }, ['frontier', 'synbio'], [100, 100, 100]],
    // two wishes: mean of 1 and 0
    ['one of two sectors', { sectors: ['synbio', 'api'] }, ['synbio'], [50, 50, 50]]
  ] as const)('sector: %s', (_, wanted, named, expected) => {
    expect(points([zone('z', { units: ['330106'], sectors: [...named] })], { sectors: [...wanted.sectors] })).toEqual({ z: expected });
  });

  it.each([
    ['stage named', { stage: ['manufacturing'] }, ['manufacturing'], [100, 100, 100]],
    ['another stage named: 0, known', { stage: ['manufacturing'] }, ['research'], [0, 0, 0]],
    ['no stage listed', { stage: ['manufacturing'] }, ['land-m3'], [0, 0, 100]],
    ['land named', { land: ['land-m3'] }, ['land-m3'], [100, 100, 100]],
    // class not stated: it may be M3, it may not
    ['other land named: silent on this one', { land: ['land-m3'] }, ['land-advantage'], [0, 0, 100]],
    // (1 + 0) / 2, at most (1 + 1) / 2
    ['one of two kinds of land', { land: ['land-m3', 'gmp-plant'] }, ['gmp-plant'], [50, 50, 100]],
    ['service not mentioned', { want: ['testing'] }, ['cro-service'], [0, 0, 100]]
  ] as const)('capability: %s', (_, wanted, named, expected) => {
    const lists = Object.fromEntries(Object.entries(wanted).map(([key, list]) => [key, [...list]]));
    expect(points([zone('z', { units: ['330106'], capabilities: [...named] })], lists)).toEqual({ z: expected });
  });

  // close is worth 0.5, and could turn out to be nothing or all of it
  it('a sector with the same abbreviation stands in for a service, and so does the one above it', () => {
    expect(points([zone('z', { units: ['330106'], sectors: ['cro'] })], { want: ['cro-service'] })).toEqual({ z: [50, 0, 100] });
    expect(points([zone('z', { units: ['330106'], sectors: ['contract'] })], { want: ['cro-service'] })).toEqual({ z: [50, 0, 100] });
    expect(points([zone('z', { units: ['330106'], sectors: ['api'] })], { want: ['cro-service'] })).toEqual({ z: [0, 0, 100] });
  });

  it('a place of the zone that bears the abbreviation is no offer: told, not scored', () => {
    const base = (name: string) => ({ ...place('base', 'facility', ['doc']), name: text(name), mentions: [] });
    const z = zone('z', { units: ['330106'], platforms: ['base'] });
    const told = (name: string) => {
      const wanted = project({ land: ['gmp-plant'] });
      const [finding] = assessZones(atlasOf([z], [base(name)]), wanted, DAY)[0]?.facets[0]?.findings.land ?? [];
      return [finding?.state, finding?.evidence.map(({ kind }) => kind)];
    };
    expect(points([z], { land: ['gmp-plant'] }, [base('细胞药物GMP基地')])).toEqual({ z: [0, 0, 100] });
    expect(told('细胞药物GMP基地')).toEqual(['silent', ['place']]);
    // as a whole word only
    expect(told('CGMPX')).toEqual(['silent', []]);
  });

  /*
   * The park at 120° 30°, airports due north: 1° of latitude = 111.195 km (radius 6371.0088 km).
   * 0.5° = 55.6 km: (120 − 55.6) / (120 − 30) = 0.7156.
   * 0.2° = 22.2 km: within 30, so 1. 2° = 222 km: beyond 120, so 0.
   * A park known to 5 km: 50.6 km gives 0.7711 and 60.6 km gives 0.6600.
   */
  it.each([
    [0.5, 'site', [71.56, 71.56, 71.56]],
    [0.5, 'town', [71.56, 66, 77.11]],
    [0.2, 'site', [100, 100, 100]],
    [2, 'site', [0, 0, 0]]
  ] as const)('an airport %s degrees away, the park known to its %s', (degrees, precision, expected) => {
    const places = [
      { ...place('park', 'park', ['doc']), precision },
      { ...place('airport', 'airport', ['doc']), lat: 30 + degrees }
    ];
    expect(points([zone('z', { units: ['330106'], parks: ['park'] })], { near: ['airport'] }, places)).toEqual({ z: expected });
  });

  it('no position is no evidence', () => {
    expect(points([zone('z')], { near: ['airport'] }, [place('airport', 'airport', ['doc'])])).toEqual({ z: [0, 0, 100] });
    expect(points([zone('z', { units: ['330106'] })], { near: ['airport'] })).toEqual({ z: [0, 0, 100] });
  });
});

describe('several criteria', () => {
  const plant = { sectors: ['synbio'], stage: ['manufacturing'], land: ['land-m3'] };
  const full = zone('full', { units: ['330106'], sectors: ['synbio'], capabilities: ['manufacturing', 'land-m3'] });
  const silentOnLand = zone('silent-on-land', { units: ['330106'], sectors: ['synbio'], capabilities: ['manufacturing'] });
  const other = zone('other', { units: ['330106'], sectors: ['api'], capabilities: ['research'] });

  it('adds up by weight', () => {
    expect(points([full, silentOnLand, other], plant)).toEqual({
      full: [100, 100, 100],
      // (3·1 + 2·1 + 3·0) / 8 = 62.5; with the land 8 / 8
      'silent-on-land': [62.5, 62.5, 100],
      // all 0; land unknown: 3 / 8 = 37.5
      other: [0, 0, 37.5]
    });
  });

  it('leaves out what has weight 0', () => {
    // (3 + 2) / 5
    expect(points([silentOnLand], { ...plant, weights: { ...DEFAULT_WEIGHTS, land: 0 } })).toEqual({ 'silent-on-land': [100, 100, 100] });
  });

  it('asks that all come together in one unit, and shows each unit', () => {
    const apart = zone('apart', { units: ['330106', '330200'], sectors: ['synbio'], capabilities: ['land-m3', 'manufacturing'] });
    const split: Zone = {
      ...apart,
      links: {
        ...apart.links,
        sectors: apart.links.sectors.map((link) => ({ ...link, units: ['330106'] })),
        capabilities: apart.links.capabilities.map((link) => ({ ...link, units: ['330200'] }))
      }
    };
    // 330106: sector 3 of 8, stage and land unknown (high 8/8); 330200: sector unknown, stage and land 5 of 8
    expect(points([split], plant)).toEqual({ apart: [62.5, 62.5, 100] });
    const given = project(plant);
    const [one] = rankZones(assessZones(atlasOf([split]), given, DAY), activeCriteria(given), given.weights);
    expect(one?.units).toEqual([
      { adcode: '330200', points: 62.5 },
      { adcode: '330106', points: 37.5 }
    ]);
  });

  it('equal points share a rank, and the next one is counted on', () => {
    const twin = { ...full, id: 'twin' };
    const given = project(plant);
    const ranked = rankZones(assessZones(atlasOf([other, twin, silentOnLand, full]), given, DAY), activeCriteria(given), given.weights);
    expect(ranked.map(({ assessed, rank, tied }) => [assessed.zone.id, rank, tied])).toEqual([
      ['full', 1, true],
      ['twin', 1, true],
      ['silent-on-land', 3, false],
      ['other', 4, false]
    ]);
  });

  it('says what is lacking, and what is named instead', () => {
    const given = project(plant);
    const [ranked] = rankZones(assessZones(atlasOf([other]), given, DAY), activeCriteria(given), given.weights);
    const lack = ranked && lackOf(ranked);
    expect(lack?.unnamed.map(({ finding }) => finding.wish)).toEqual(['synbio', 'manufacturing']);
    expect(lack?.silent.map(({ finding }) => finding.wish)).toEqual(['land-m3']);
    expect(lack?.instead.map(({ link }) => link.id)).toEqual(['api', 'research']);
    expect(lack?.instead.every(({ link }) => link.citations.length > 0)).toBe(true);
  });

  it('nothing asked, nothing found', () => {
    expect(matchZones(assessZones(atlasOf([full]), EMPTY_PROJECT, DAY), EMPTY_PROJECT)).toEqual({ listed: [], wide: [], low: [], failed: [], refused: [] });
  });
});

describe('named in a document in force', () => {
  const given = (wanted: Partial<Project> = {}) => project({ sectors: ['synbio'], named: true, ...wanted });
  const inForce = zone('in-force', { units: ['330106'], sectors: ['synbio'] });
  const part = zone('part', { units: ['330106'], sectors: ['enzymes'] });
  const above = zone('above', { units: ['330106'], sectors: ['frontier'] });
  const silent = zone('silent', { units: ['330106'] });
  const ended = zone('ended', { units: ['330106'], sectors: ['synbio'], document: 'old', layout: 'past' });
  const data = atlasData({ zones: [inForce, part, above, silent, ended], vocabulary, sectors });
  const [document] = data.documents;
  const [layout] = data.layouts;
  if (!document || !layout) throw new Error('the fixture has documents and layouts');
  const atlas = indexAtlas({
    ...data,
    documents: [...data.documents, { ...document, id: 'old', periodEnd: '2025-12-31' }, { ...document, id: 'draft', status: 'draft' as const }],
    layouts: [...data.layouts, { ...layout, id: 'past', document: 'old' }, { ...layout, id: 'planned', document: 'draft' }]
  });
  const match = (wanted?: Partial<Project>, day = DAY) => matchZones(assessZones(atlas, given(wanted), day), given(wanted));

  it('keeps the sector and its parts, leaves the rest out and says why', () => {
    expect(match().listed.map(({ assessed }) => assessed.zone.id)).toEqual(['in-force', 'part']);
    expect(Object.fromEntries(match().refused.map(({ assessed }) => [assessed.zone.id, assessed.refusal?.kind]))).toEqual({
      above: 'others',
      silent: 'silent',
      ended: 'not-in-force'
    });
  });

  it('counts only the units that are named', () => {
    const both = zone('both', { units: ['330106', '330200'], sectors: ['synbio'] });
    const narrowed: Zone = { ...both, links: { ...both.links, sectors: both.links.sectors.map((link) => ({ ...link, units: ['330200'] })) } };
    const [one] = matchZones(assessZones(atlasOf([narrowed]), given(), DAY), given()).listed;
    expect(one?.units).toEqual([{ adcode: '330200', points: 100 }]);
  });

  it('depends on the day', () => {
    expect(match({}, '2025-06-01').listed.map(({ assessed }) => assessed.zone.id)).toContain('ended');
  });

  it('is no condition without a sector', () => {
    expect(match({ sectors: [], stage: ['research'] }).refused).toEqual([]);
  });

  it('looks in layouts in force or ended; drafts only when asked for', () => {
    expect(usualLayouts(atlas.data, DAY)).toEqual(['province', 'city', 'past']);
    expect(assessZones(atlas, given({ layouts: ['past'] }), DAY).map(({ zone: one }) => one.id)).toEqual(['ended']);
  });
});
