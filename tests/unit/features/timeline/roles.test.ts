import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { policyInOrder, yearsOf } from '#lib/atlas/document-time';
import { changesBetween, countyStates, documentBefore, rolesComparable, rolesIn } from '#lib/features/timeline/roles';
import type { Role } from '#lib/features/timeline/roles';
import { sectorDifference } from '#lib/atlas/sector-namings';
import { placeDifference, sectorMatrix, targetFamilies } from '#lib/features/timeline/tables';
import type { PolicyDocument, Target } from '#lib/schema/atlas';
import type { Tier } from '#lib/schema/terms';
import { atlasData, place, zone } from '../../atlas/fixtures';

const text = (words: string) => ({ zh: words, en: words });
const base = atlasData({});
const document = (id: string, overrides: Partial<PolicyDocument>): PolicyDocument => ({ ...base.documents[0]!, id, covers: ['330000'], ...overrides });

describe('order of documents', () => {
  it.each([
    [{ issued: '2021-07-23' }, { from: 2021, to: 2021, printed: true }],
    [{ aboutYears: { from: 2016, to: 2016 } }, { from: 2016, to: 2016, printed: false }],
    [{ aboutYears: { from: 2019, to: 2020 } }, { from: 2019, to: 2020, printed: false }],
    [{ aboutYears: { from: 2017, to: 2017, proved: true as const } }, { from: 2017, to: 2017, printed: false, proved: true }],
    [{ periodStart: '2024-01-01' }, { from: 2024, to: 2024, printed: false }],
    [{}, undefined]
  ])('%j', (dates, years) => {
    expect(yearsOf(dates)).toEqual(years);
  });

  it('is by date, estimated ones among them, and knows the one before of the same level', () => {
    const a = document('a', { issued: '2022-06-16' });
    const b = document('b', { aboutYears: { from: 2019, to: 2020 } });
    const c = document('c', { issued: '2021-07-23', covers: ['330100'] });
    const d = document('d', { issued: '2024-06-17', covers: ['330100'] });
    const outside = document('e', { kind: 'outside', issued: '2001-01-01' });
    const ordered = policyInOrder([d, a, outside, c, b]);
    expect(ordered.map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
    expect(ordered.map((one) => documentBefore(ordered, one)?.id)).toEqual([undefined, undefined, 'b', 'c']);
  });
});

const CITY = '330100';
const COUNTY = '330106';
/** without counties: the map shows its own state */
const OTHER = '330200';
const atlas = indexAtlas(base);
const roles = (given: Record<string, Tier[]>): Map<string, Role[]> =>
  new Map(
    Object.entries(given).map(([unit, tiers]) => [
      unit,
      tiers.map((tier): Role => ({ zone: `${unit}-${tier}`, name: text(tier), mark: text('核'), hue: 'core-1', tier, membership: 'primary', citations: [] }))
    ])
  );

describe('changes between two documents', () => {
  it.each<[string, Record<string, Tier[]>, Record<string, Tier[]>, string[], Record<string, number>]>([
    ['enters', { [OTHER]: ['core'] }, { [OTHER]: ['core'], [COUNTY]: ['park'] }, [`enter ${COUNTY}`, `same ${OTHER}`], { enter: 1, stay: 1 }],
    ['leaves', { [OTHER]: ['core'], [COUNTY]: ['park'] }, { [OTHER]: ['core'] }, [`same ${OTHER}`, `leave ${COUNTY}`], { leave: 1, stay: 1 }],
    ['changes its role', { [COUNTY]: ['park'] }, { [COUNTY]: ['core', 'park'] }, [`role ${COUNTY}`], { change: 1 }],
    ['keeps its role', { [COUNTY]: ['park'] }, { [COUNTY]: ['park'] }, [`same ${COUNTY}`], { stay: 1 }],
    ['is widened to its city', { [COUNTY]: ['park'] }, { [CITY]: ['park'] }, [`widened ${CITY} of ${COUNTY}`], { stay: 1 }],
    ['is narrowed to a county', { [CITY]: ['belt'] }, { [COUNTY]: ['park'] }, [`narrowed ${CITY} of ${COUNTY}`], { change: 1 }],
    ['is singled out', { [CITY]: ['core'] }, { [CITY]: ['core'], [COUNTY]: ['circle'] }, [`singled-out ${COUNTY}`, `same ${CITY}`], { change: 1 }],
    ['is absorbed', { [CITY]: ['core'], [COUNTY]: ['circle'] }, { [CITY]: ['core'] }, [`same ${CITY}`, `absorbed ${COUNTY}`], { change: 1 }],
    ['has nothing to be compared with', {}, { [COUNTY]: ['park'] }, [`first ${COUNTY}`], { first: 1 }]
  ])('a unit %s', (_, before, after, expected, states) => {
    const changes = changesBetween(atlas, roles(before), roles(after));
    expect(changes.map(({ kind, units, parts }) => `${kind} ${units.join()}${parts.length > 0 ? ` of ${parts.join()}` : ''}`)).toEqual(expected);
    const counted = Object.entries(countyStates(atlas, roles(before), roles(after))).flatMap(([state, units]) =>
      units.length > 0 ? [[state, units.length]] : []
    );
    expect(Object.fromEntries(counted)).toEqual(states);
  });

  it.each<[string, Record<string, Tier[]>, Record<string, Tier[]>, string[], Record<string, number>]>([
    ['a role changed', { [COUNTY]: ['park'] }, { [COUNTY]: ['core'] }, [`both ${COUNTY}`], { both: 1 }],
    ['nor that it stayed', { [COUNTY]: ['park'] }, { [COUNTY]: ['park'] }, [`both ${COUNTY}`], { both: 1 }],
    ['it was widened', { [COUNTY]: ['park'] }, { [CITY]: ['park'] }, [`both ${CITY} before ${COUNTY}`], { both: 1 }],
    ['or narrowed', { [CITY]: ['belt'] }, { [COUNTY]: ['park'] }, [`both ${CITY} after ${COUNTY}`], { both: 1 }],
    ['or singled out', { [CITY]: ['core'] }, { [CITY]: ['core'], [COUNTY]: ['circle'] }, [`both ${CITY}`, `both ${COUNTY} before `], { both: 1 }],
    ['only who is new', { [OTHER]: ['core'] }, { [COUNTY]: ['park'] }, [`enter ${COUNTY}`, `leave ${OTHER}`], { enter: 1, leave: 1 }]
  ])('do not say that %s where the tiers are not the documents’ own', (_, before, after, expected, states) => {
    const changes = changesBetween(atlas, roles(before), roles(after), false);
    expect(changes.map(({ kind, units, partly, parts }) => [kind, units.join(), ...(partly ? [partly, parts.join()] : [])].join(' '))).toEqual(expected);
    const counted = Object.entries(countyStates(atlas, roles(before), roles(after), false)).flatMap(([state, units]) =>
      units.length > 0 ? [[state, units.length]] : []
    );
    expect(Object.fromEntries(counted)).toEqual(states);
  });

  it('compare roles only where no layout’s tiers are ours', () => {
    const [own, ours] = [base.layouts[0]!, { ...base.layouts[1]!, document: 'doc-two', tiersOurs: true }];
    const mixed = indexAtlas({ ...base, layouts: [own, ours] });
    expect([rolesComparable(mixed, 'doc', 'doc'), rolesComparable(mixed, 'doc', 'doc-two'), rolesComparable(mixed, 'doc-two', 'doc')]).toEqual([
      true,
      false,
      false
    ]);
  });

  it('puts units that changed alike on one line', () => {
    const shared = (unit: string): [string, Role[]] => [
      unit,
      [{ zone: 'circle', name: text('circle'), mark: text('圈'), hue: 'circle-1', tier: 'circle', membership: 'primary', citations: [] }]
    ];
    const changes = changesBetween(atlas, roles({ '999999': ['core'] }), new Map([shared(CITY), shared(OTHER)]));
    expect(changes.map(({ kind, units }) => [kind, units])).toEqual([
      ['enter', [CITY, OTHER]],
      ['leave', ['999999']]
    ]);
  });

  it('reads roles from spatial layouts', () => {
    const spatial = indexAtlas(atlasData({ zones: [zone('z', { units: [CITY] }), zone('y', { units: [CITY], layout: 'city', tier: 'park' })] }));
    expect([...rolesIn(spatial, 'doc')].map(([unit, list]) => [unit, list.map((role) => role.zone)])).toEqual([[CITY, ['z', 'y']]]);
    expect(rolesIn(spatial, 'doc-two').size).toBe(0);
  });
});

describe('tables', () => {
  const zones = [
    zone('one', { units: [CITY, OTHER], sectors: ['synbio'] }),
    zone('two', { units: [CITY], sectors: ['synbio', 'api'], document: 'doc-two' }),
    zone('three', { units: [OTHER], sectors: ['synbio'], document: 'doc-two' })
  ];
  const places = [place('p', 'park', ['doc']), place('q', 'park', ['doc', 'doc-two']), place('r', 'park', ['doc-two'])];
  const rich = indexAtlas(
    atlasData({ zones, places, incentives: [{ id: 'i', document: 'doc', sectors: ['api'] } as unknown as ReturnType<typeof atlasData>['incentives'][number]] })
  );
  const matrix = sectorMatrix(rich, ['doc', 'doc-two']);

  it('count zones and places by sector and document, and mark the first naming', () => {
    const cells = matrix.map(({ sector, cells: row }) => [
      sector,
      ...row.map(({ standing, zones: count, units, clauses, first }) => `${standing} ${count ? `${count}/${units}` : clauses}${first ? '!' : ''}`)
    ]);
    // “frontier” itself is named by nobody and left out
    expect(cells).toEqual([
      ['synbio', 'zones 1/2!', 'zones 2/2'],
      ['api', 'facts 1!', 'zones 1/1']
    ]);
  });

  it('tell what is named anew and no more', () => {
    expect(sectorDifference(matrix, 1, 0)).toEqual({ now: 2, added: [], narrower: [], wider: [], gone: [] });
    expect(sectorDifference(matrix.slice(0, 1), 1, undefined)).toEqual({ now: 1, added: [], narrower: [], wider: [], gone: [] });
    const change = placeDifference(rich, 'doc-two', 'doc');
    expect([change.now, change.added.map(({ id }) => id), change.gone.map(({ id }) => id)]).toEqual([2, ['r'], ['p']]);
    expect(change.gone[0]?.citations).toEqual([{ document: 'doc', clause: '一' }]);
  });

  it('count targets by family, the most frequent first', () => {
    const target = (family: string, from: string) => ({ family, document: from }) as Target;
    const counted = indexAtlas(
      atlasData({ targets: [target('talent', 'doc'), target('output', 'doc'), target('output', 'doc-two'), target('output', 'doc')] })
    );
    expect(targetFamilies(counted, ['doc', 'doc-two'])).toEqual([
      { family: 'output', counts: [2, 1] },
      { family: 'talent', counts: [1, 0] }
    ]);
  });
});
