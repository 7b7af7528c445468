import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { commonCitations, compareZones, isShared, otherCitations } from '#lib/features/compare/comparison';
import type { SharedRow } from '#lib/features/compare/comparison';
import { readyComparisons } from '#lib/features/compare/ready';
import type { AtlasData, Target, ZoneLink } from '#lib/schema/atlas';
import { atlasData, place, zone } from '../../atlas/fixtures';

const text = (words: string) => ({ zh: words, en: words });
const target = (id: string, zones: string[]): Target => ({
  id,
  document: 'doc',
  scope: { level: 'zone', adcodes: [], ...(zones.length > 1 ? { zones } : { zone: zones[0]! }) },
  metric: text(id),
  family: 'output',
  operator: '>=',
  value: 1000,
  unit: 'yi-yuan',
  yearInherited: false,
  counting: 'level',
  wording: id,
  commitment: 'stated',
  commitmentInherited: false,
  sectors: [],
  citation: { document: 'doc', clause: '一' },
  notes: []
});
const incentive = (id: string, document: string) => ({ id, document }) as AtlasData['incentives'][number];

const zones = [
  zone('a', { units: ['330106'], sectors: ['synbio', 'api'], capabilities: ['land-m3'], targets: ['joint', 'own-a'] }),
  zone('b', { units: ['330200'], sectors: ['synbio'], targets: ['joint'] }),
  zone('c', { units: ['330100'], sectors: ['frontier', 'synbio'], targets: ['joint'] }),
  zone('d', { units: ['330100'], sectors: ['frontier'] }),
  zone('e', { units: [] })
];
const base = atlasData({ zones });
const covering = (id: string, covers: string[]) => ({ ...base.documents[0]!, id, covers });
const data: AtlasData = {
  ...base,
  documents: [...base.documents, covering('province-doc', ['330000']), covering('city-doc', ['330100']), covering('silent-doc', ['330000'])],
  targets: [target('joint', ['a', 'b', 'c']), target('own-a', ['a'])],
  incentives: [incentive('p1', 'province-doc'), incentive('c1', 'city-doc'), incentive('c2', 'city-doc')]
};
const atlas = indexAtlas(data);
const compare = (...ids: string[]) => compareZones(atlas, ids);
const outline = (rows: readonly SharedRow[]) => rows.map(({ id, reach, cells }) => `${id} ${reach} ${cells.map(({ links }) => links.length).join('')}`);

describe('comparison of zones', () => {
  it('keeps a row for each wish of a project, also where no zone names it, and does not repeat it below', () => {
    const compared = compareZones(atlas, ['a', 'b'], undefined, ['frontier', 'gmp-plant', 'synbio']);
    expect(outline(compared.wishes)).toEqual(['frontier none 00', 'gmp-plant none 00', 'synbio all 11']);
    // a zone that names a part of what is wished for says so
    expect(compared.wishes[0]?.cells.map(({ related }) => related)).toEqual([['synbio'], ['synbio']]);
    expect(outline(compared.sectors)).toEqual(['api only 10']);
    expect(outline(compared.capabilities)).toEqual(['land-m3 only 10']);
  });

  it.each([
    ['a,b', ['synbio all 11', 'api only 10']],
    ['a,b,c', ['synbio all 111', 'api only 100', 'frontier only 001']],
    ['a,b,d', ['synbio some 110', 'api only 100', 'frontier only 001']],
    ['a,c,d', ['synbio some 110', 'frontier some 011', 'api only 100']],
    ['d,e', ['frontier only 10']],
    ['e,e', []],
    ['a,nowhere', ['synbio all 1', 'api all 1']]
  ])('sectors of %s', (ids, rows) => {
    expect(outline(compare(...ids.split(',')).sectors)).toEqual(rows);
  });

  it('leaves blanks where a document does not say, and names a broader or narrower sector', () => {
    const row = compare('a', 'd').sectors.find(({ id }) => id === 'synbio');
    expect(row?.cells.map(({ links, related }) => [links.length, related])).toEqual([
      [1, []],
      [0, ['frontier']]
    ]);
    expect(outline(compare('a', 'b').capabilities)).toEqual(['land-m3 only 10']);
    expect(compare('a', 'b').parks).toEqual([]);
  });

  it('keeps a joint target whole, once, apart from a zone’s own', () => {
    const { joint, columns } = compare('a', 'b');
    expect(joint.map((one) => [one.target.id, one.target.value, one.of, one.compared])).toEqual([['joint', 1000, 3, ['a', 'b']]]);
    expect(columns.map(({ targets }) => targets.map(({ id }) => id))).toEqual([['own-a'], []]);
    expect(compare('d', 'e').joint).toEqual([]);
  });

  it.each([
    ['a', ['province-doc 1 ', 'city-doc 2 ']],
    ['b', ['province-doc 1 ']],
    // members unknown: the layout’s area (the province) stands for them, of which the city’s document covers a part
    ['e', ['province-doc 1 ', 'city-doc 2 330100']]
  ])('support by document for zone %s', (id, support) => {
    const [column] = compare(id).columns;
    expect(column?.support.map(({ document, incentives, parts }) => `${document.id} ${incentives.length} ${parts.join()}`)).toEqual(support);
  });

  it('measures between each two zones, or says that they overlap or have no position', () => {
    const pairs = compare('a', 'b', 'c', 'e').between.map(({ a, b, common, span }) => [a, b, common.join(), span === undefined ? '' : Math.round(span.km)]);
    expect(pairs).toEqual([
      ['a', 'b', '', 0],
      ['a', 'c', '330106', ''],
      ['a', 'e', '', ''],
      ['b', 'c', '', 0],
      ['b', 'e', '', ''],
      ['c', 'e', '', '']
    ]);
  });
});

describe('what is told once', () => {
  const row = (...cells: Partial<ZoneLink>[]): SharedRow => ({
    id: 'synbio',
    reach: 'all',
    cells: cells.map((rest) => ({ links: [{ id: 'synbio', citations: [], notes: [], ...rest }], related: [] }))
  });
  it.each([
    ['named alike by all', row({}, {}), true],
    ['planned by all', row({ standing: 'planned' }, { standing: 'planned' }), true],
    ['there in one, planned in another', row({}, { standing: 'planned' }), false],
    ['for some members only', row({ units: ['330106'] }, {}), false],
    ['named by some', { ...row({}, {}), reach: 'some' as const }, false]
  ])('%s', (_, one, shared) => {
    expect(isShared(one)).toBe(shared);
  });

  const link = (...clauses: string[]): ZoneLink => ({ id: 'x', citations: clauses.map((clause) => ({ document: 'doc', clause })), notes: [] });
  it.each([
    [[link('一', '二'), link('二'), link('二', '三')], ['二']],
    // an exception does not undo it
    [[link('一'), link('一'), link('三')], ['一']],
    [[link('一'), link('二')], []],
    // one fact keeps its own source
    [[link('一')], []],
    [[], []]
  ])('citations that all facts rest on %#', (links, clauses) => {
    const told = commonCitations(links);
    expect(told.map(({ clause }) => clause)).toEqual(clauses);
    // nothing is lost: told once or at its fact
    for (const { citations } of links) {
      const marked = otherCitations(citations, told);
      expect(marked.length > 0 ? marked : told).toEqual(expect.arrayContaining(citations));
    }
  });
});

describe('ready-made comparisons', () => {
  it('are of zones of one layout and tier where the pack asks for none', () => {
    expect(readyComparisons(data, { comparisons: [] })).toEqual([['a', 'b', 'c', 'd']]);
    expect(readyComparisons({ layouts: [], zones: [] }, { comparisons: [] })).toEqual([]);
  });
  it('are those that the pack asks for, where it does', () => {
    expect(readyComparisons(data, { comparisons: [['d', 'a']] })).toEqual([['d', 'a']]);
  });
});

describe('places that other documents name', () => {
  const at = (id: string, adcode: string, documents: string[]) => ({ ...place(id, 'park', documents), adcode });
  const places = [at('own', '330106', ['doc']), at('shared', '330106', ['doc-two']), at('city', '330100', ['doc-two'])];
  const ground = indexAtlas(atlasData({ zones: [zone('a', { units: ['330106'], parks: ['own'] }), zone('c', { units: ['330100'] })], places }));
  const columns = compareZones(ground, ['a', 'c'], '2026-11-22').columns;

  it('stand apart from a zone’s own, and are not counted with them', () => {
    expect(columns.map(({ others }) => others.flatMap((one) => one.places.map((named) => named.place.id)))).toEqual([['shared'], ['shared', 'city']]);
    expect(outline(compareZones(ground, ['a', 'c']).parks)).toEqual(['own only 10']);
  });

  it('of which others compared have the same are told', () => {
    expect(columns.map(({ othersShared }) => othersShared)).toEqual([1, 1]);
    expect(compareZones(ground, ['c']).columns[0]?.othersShared).toBe(0);
  });
});
