import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { isNaming, sectorDifference, sectorHistory, sectorNaming } from '#lib/atlas/sector-namings';
import type { Standing } from '#lib/atlas/sector-namings';
import type { AtlasData, Incentive, Target } from '#lib/schema/atlas';
import { atlasData, zone } from './fixtures';

const [OLD, NEW] = ['doc', 'doc-two'];
/** frontier › synbio; api stands alone */
const make = (facts: Partial<AtlasData>) => indexAtlas(atlasData({ namings: { [OLD]: {}, [NEW]: {} }, ...facts }));
const standings = (facts: Partial<AtlasData>, sector: string) =>
  sectorHistory(make(facts), sector).map(({ standing, first }) => `${standing}${first ? '!' : ''}`);
const target = (document: string, sector: string) => ({ id: 't', document, sectors: [sector], citation: { document, clause: '二' } }) as unknown as Target;
const incentive = (document: string, sector: string) => ({ id: 'i', document, sectors: [sector], clause: '三' }) as unknown as Incentive;

describe('how a document names a sector', () => {
  it('is by a zone, with its units and every clause that has the name', () => {
    const atlas = make({
      zones: [zone('z', { units: ['330100'], sectors: ['synbio'] })],
      namings: {
        [OLD]: {
          synbio: [
            ['一', '合成生物'],
            ['二', '生物制造']
          ]
        }
      }
    });
    expect(sectorNaming(atlas, 'synbio', OLD)).toMatchObject({
      standing: 'zones',
      units: ['330100'],
      clauses: [
        { clause: '一', as: '合成生物' },
        { clause: '二', as: '生物制造' }
      ],
      instead: []
    });
  });

  it('is by facts or by the text alone where no zone has it', () => {
    expect(sectorNaming(make({ targets: [target(OLD, 'api')] }), 'api', OLD)).toMatchObject({ standing: 'facts', targets: ['t'] });
    expect(sectorNaming(make({ incentives: [incentive(OLD, 'api')] }), 'api', OLD)).toMatchObject({ standing: 'facts', incentives: ['i'] });
    expect(sectorNaming(make({ namings: { [OLD]: { api: [['五', '原料药']] } } }), 'api', OLD)).toMatchObject({
      standing: 'text',
      clauses: [{ clause: '五' }]
    });
  });

  it('is not by a zone on an outside source’s word', () => {
    const z = zone('z', { units: ['330100'], sectors: ['api'] });
    const outside = { ...z, links: { ...z.links, sectors: [{ id: 'api', citations: [{ document: NEW, clause: '一' }], notes: [] }] } };
    expect(sectorNaming(make({ zones: [outside] }), 'api', OLD)).toMatchObject({ standing: 'none', zones: [], units: [] });
  });

  it('is not known without a complete list, yet what is recorded counts', () => {
    expect(standings({ namings: undefined }, 'api')).toEqual(['unread', 'unread']);
    const recorded = sectorNaming(make({ namings: {}, targets: [target(OLD, 'api')] }), 'api', OLD);
    expect([recorded.standing, recorded.clauses]).toEqual(['facts', [{ clause: '二' }]]);
  });

  it('is told by narrower sectors or the wider one where its own name is missing', () => {
    const child = { [OLD]: { synbio: [['一', '合成生物']] } } as const satisfies AtlasData['namings'];
    expect(sectorNaming(make({ namings: child }), 'frontier', OLD)).toMatchObject({ standing: 'narrower', instead: ['synbio'] });
    const parent = { [OLD]: { frontier: [['一', '未来产业']] } } as const satisfies AtlasData['namings'];
    expect(sectorNaming(make({ namings: parent }), 'synbio', OLD)).toMatchObject({ standing: 'wider', instead: ['frontier'] });
    expect(sectorNaming(make({ namings: parent }), 'api', OLD)).toMatchObject({ standing: 'none', instead: [] });
  });
});

describe('since when', () => {
  it('is the earliest document that has the name', () => {
    const both: AtlasData['namings'] = { [OLD]: { api: [['一', '原料药']] }, [NEW]: { api: [['一', '原料药']] } };
    expect(standings({ namings: both }, 'api')).toEqual(['text!', 'text']);
    expect(standings({ namings: { [OLD]: {}, [NEW]: both[NEW]! } }, 'api')).toEqual(['none', 'text!']);
  });

  it('is not said where an earlier document was not read', () => {
    expect(standings({ namings: { [NEW]: { api: [['一', '原料药']] } } }, 'api')).toEqual(['unread', 'text']);
  });
});

describe('against an earlier document', () => {
  const row = (was: Standing, is: Standing) => ({ sector: `${was} ${is}`, cells: [{ standing: was }, { standing: is }] });
  const all: Standing[] = ['zones', 'facts', 'text', 'narrower', 'wider', 'none', 'unread'];
  const rows = all.flatMap((was) => all.map((is) => row(was, is)));
  const found = sectorDifference(rows, 1, 0);
  const count = (list: readonly string[]) => [...new Set(list.map((sector) => sector.split(' ')[1]))];

  it('“no longer named” needs a complete list, and neither narrower nor wider sectors in its place', () => {
    expect(count(found.gone)).toEqual(['none']);
    expect(count(found.narrower)).toEqual(['narrower']);
    expect(count(found.wider)).toEqual(['wider']);
    for (const id of [...found.gone, ...found.narrower, ...found.wider]) expect(isNaming({ standing: id.split(' ')[0] as Standing })).toBe(true);
    expect(found.gone).toHaveLength(3);
  });

  it('“newly named” needs a complete list before', () => {
    expect(found.added.filter((id) => id.startsWith('unread'))).toEqual([]);
    expect(found.added).toHaveLength(9);
    expect(found.now).toBe(21);
  });
});
