import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { countPlaces, isPartly, namingsOfPlace, placesNamed, targetsOn, zoneGround } from '#lib/atlas/on-ground';
import type { NamedBy } from '#lib/atlas/on-ground';
import { zonesOnGround } from '#lib/atlas/zones-on-ground';
import type { AtlasData, Place, Target } from '#lib/schema/atlas';
import { atlasData, place, zone } from './fixtures';

const DAY = '2026-11-22';
const at = (id: string, adcode: string, documents: string[], overrides: Partial<Place> = {}): Place => ({
  ...place(id, 'park', documents),
  adcode,
  ...overrides
});
const said = (document: string, status: Place['mentions'][number]['status'], clause = '一') => ({ document, clause, namedAs: document, status });

const places = [
  at('linked', '330106', ['doc']),
  at('elsewhere-in-plan', '330106', ['doc', 'now']),
  at('county', '330106', ['ended', 'draft']),
  at('city', '330100', ['now']),
  at('other-city', '330200', ['now']),
  at('province', '330000', ['now']),
  at('lab', '330106', ['draft'], { kind: 'institute' }),
  at('gate', '330106', ['now'], { kind: 'airport' }),
  at('outside', '330106', ['web'])
];
const target = (id: string, scope: Target['scope']): Target =>
  ({ id, document: 'now', scope, metric: { zh: id, en: id }, citation: { document: 'now', clause: '一' } }) as Target;
const targets = [
  target('for-city', { level: 'city', adcodes: ['330100'] }),
  target('for-province', { level: 'province', adcodes: ['330000'] }),
  target('for-zone', { level: 'zone', adcodes: ['330100'], zone: 'big' }),
  target('for-place', { level: 'platform', adcodes: ['330100'], place: 'city' })
];
const zones = [
  zone('big', { units: ['330100'], parks: ['linked'], targets: ['for-zone'] }),
  zone('small', { layout: 'city', units: ['330106'], sectors: ['api'] }),
  zone('by-others', { layout: 'other', units: ['330100', '330200'], membership: 'secondary' }),
  zone('open', { layout: 'other', units: [] })
];
const base = atlasData({ zones, places, targets });
const document = (id: string, more: Partial<AtlasData['documents'][number]>) => ({ ...base.documents[0]!, id, ...more });
const atlas = indexAtlas({
  ...base,
  documents: [
    ...base.documents,
    document('draft', { status: 'draft' }),
    document('ended', { periodEnd: '2024-12-31' }),
    document('now', { issued: '2024-01-01' }),
    document('web', { kind: 'outside' })
  ],
  layouts: [...base.layouts, { ...base.layouts[0]!, id: 'other', kind: 'assignment' }]
});
const outline = (groups: readonly NamedBy[]) => groups.map((group) => `${group.document.id}: ${group.places.map((one) => one.place.id).join(' ')}`);

describe('how documents name a place', () => {
  it('is told with what is in force first and drafts last, and not by outside sources', () => {
    const namings = namingsOfPlace(atlas, { mentions: ['draft', 'web', 'ended', 'now'].map((id) => said(id, 'named')) }, DAY);
    expect(namings.map((one) => one.document.id)).toEqual(['now', 'ended', 'draft']);
    expect(namings.map(({ status }) => status)).toEqual(['in-force', 'period-ended', 'draft']);
  });

  it.each([
    [['named', 'planned'], 'planned'],
    [['planned', 'existing'], 'existing'],
    [['named', 'supported'], 'existing'],
    [['named'], 'named']
  ] as const)('%s in one document is %s', (statuses, standing) => {
    const [naming] = namingsOfPlace(atlas, { mentions: statuses.map((status, i) => said('now', status, `${i}`)) }, DAY);
    expect(naming?.standing).toBe(standing);
    expect(naming?.citations).toEqual(statuses.map((_, i) => ({ document: 'now', clause: `${i}` })));
  });
});

describe('places on a ground', () => {
  it('holds the places of a city’s counties, each once under the first document; no way to get there, no place of an outside source', () => {
    const groups = placesNamed(atlas, ['330100'], DAY);
    // “doc” has no date, and what has none stands with the newest
    expect(outline(groups)).toEqual(['doc: linked elsewhere-in-plan', 'now: city', 'ended: county', 'draft: lab']);
    expect(groups.flatMap((group) => group.places).find((one) => one.place.id === 'county')?.also).toEqual(['draft']);
    expect(countPlaces(groups)).toEqual({ parks: 4, platforms: 1, all: 5 });
  });

  it('puts no place that is known by its city into a county', () => {
    expect(outline(placesNamed(atlas, ['330106'], DAY))).toEqual(['doc: linked elsewhere-in-plan', 'ended: county', 'draft: lab']);
  });
});

describe('the ground of a zone', () => {
  const [big, small, , open] = zones.map((one) => zoneGround(atlas, one, DAY));

  it('keeps apart what its plan names and what only others name', () => {
    expect(outline(big?.samePlan ? [big.samePlan] : [])).toEqual(['doc: elsewhere-in-plan']);
    expect(outline(big?.others ?? [])).toEqual(['now: city', 'ended: county', 'draft: lab']);
    expect(outline(small?.samePlan ? [small.samePlan] : [])).toEqual(['doc: linked elsewhere-in-plan']);
    expect(outline(small?.others ?? [])).toEqual(['ended: county', 'draft: lab']);
  });

  it('has nothing where the members are open', () => {
    expect(open).toEqual({ samePlan: undefined, others: [], targets: [] });
  });

  it('has the targets of its units, not those of zones and places in them, nor of what is larger', () => {
    expect(big?.targets.map((one) => [one.target.id, one.units])).toEqual([['for-city', ['330100']]]);
    expect(small?.targets).toEqual([]);
    expect(targetsOn(atlas, ['330000'], DAY).map((one) => one.target.id)).toEqual(['for-province']);
  });

  it('says where a member was named as an area of that time', () => {
    const former = zone('former', { units: ['330106'], formerNames: [{ adcode: '330106', name: { zh: '旧', en: 'old' }, until: 2021 }] });
    expect(isPartly(former, { member: '330106' })).toBe(true);
    expect(isPartly(former, { member: '330100' })).toBe(false);
    expect(isPartly(zones[0]!, { member: '330100' })).toBe(false);
  });
});

describe('zones on the same ground', () => {
  const on = (units: string[], except?: string) =>
    zonesOnGround(atlas, units, DAY, except).map((one) => `${one.zone.id} ${one.extent} ${one.members}/${one.of}`);

  it('are there wholly, in part, or by members from outside', () => {
    expect(on(['330106'])).toEqual(['big whole 1/1', 'small whole 1/1', 'by-others outside 1/1']);
    expect(on(['330100', '330200'], 'other')).toEqual(['big part 1/2', 'small part 1/2']);
    expect(on([])).toEqual([]);
  });

  it('carry the sectors that are said of it', () => {
    const [, found] = zonesOnGround(atlas, ['330100'], DAY);
    expect(found?.sectors.map(({ id }) => id)).toEqual(['api']);
  });
});
