import { describe, expect, it } from 'vitest';
import { indexAtlas, sectorWithDescendants } from '#lib/atlas/atlas';
import { policyInOrder } from '#lib/atlas/document-time';
import { isNaming, sectorNaming } from '#lib/atlas/sector-namings';
import { sectorIndex, sectorPage } from '#lib/features/sectors/page';
import { timelineSteps } from '#lib/features/timeline/steps';
import { sectorMatrix } from '#lib/features/timeline/tables';
import { readAtlas } from '#lib/site/prerender/read-data';

/* Who names a sector, where, since when: over the whole pack, and the same on every page. */
const data = readAtlas();
const atlas = indexAtlas(data);
const documents = policyInOrder(data.documents).map(({ id }) => id);
const matrix = sectorMatrix(atlas, documents);
const clauses = (sector: string, document: string) => sectorNaming(atlas, sector, document).clauses.map(({ clause }) => clause);

describe('the list of what each document names', () => {
  it('is there for all five, its clauses exist, each once for a sector', () => {
    expect(Object.keys(data.namings ?? {}).sort()).toEqual([...documents].sort());
    for (const [document, sectors] of Object.entries(data.namings ?? {})) {
      const known = new Set(atlas.document.get(document)?.clauses.map(({ id }) => id));
      for (const [sector, list] of Object.entries(sectors)) {
        const own = list.map(([clause]) => clause);
        expect(atlas.sector.has(sector), sector).toBe(true);
        expect(own.filter((clause) => !known.has(clause))).toEqual([]);
        expect(new Set(own).size, `${document} ${sector}`).toBe(own.length);
      }
    }
  });

  it('has all that zones, targets and measures say on the document’s own word', () => {
    for (const { id } of data.sectors)
      for (const document of documents) {
        const { zones, targets, incentives } = sectorNaming(atlas, id, document);
        const cited = [
          ...zones.flatMap(({ link }) => link.citations.filter((cite) => cite.document === document).map(({ clause }) => clause)),
          ...targets.flatMap((target) => atlas.target.get(target)?.citation.clause ?? []),
          ...incentives.flatMap((incentive) => atlas.incentive.get(incentive)?.clause ?? [])
        ];
        expect(
          cited.filter((clause) => !clauses(id, document).includes(clause)),
          `${id} in ${document}`
        ).toEqual([]);
      }
  });

  it('has every clause whose heading here speaks of the sector', () => {
    // words for the whole industry are no naming of 药品
    const general = new Set(['医药', '制药', '药物']);
    for (const document of documents)
      for (const { id: clause, title } of atlas.document.get(document)?.clauses ?? [])
        for (const { id, name, aliases } of data.sectors) {
          const words = [name.zh, ...aliases].filter((word) => word.length > 1 && !general.has(word) && title.zh.includes(word));
          if (words.length > 0) expect(clauses(id, document), `${document} ${clause} ${title.zh}`).toContain(clause);
        }
  });

  it.each([
    // clauses that name fields and no place
    ['hz-2021-39', '（二）', ['drugs', 'devices', 'equipment', 'cxo', 'digital-health', 'aesthetic']],
    [
      'zj-pharma-innovation',
      '二（三）',
      ['vaccines', 'antibody-drugs', 'ivd', 'imaging', 'surgical-robots', 'implants', 'wearables', 'genetic-testing', 'precision-medicine', 'protein-peptide']
    ],
    ['zj-pharma-innovation', '三（三）', ['distribution', 'digital-health', 'health-management']],
    ['zj-life-health-draft', '2', ['formulations', 'antibody-drugs', 'biomaterials', 'imaging']],
    ['zj-life-health-draft', '7', ['api', 'chemical-drugs', 'equipment']],
    ['zj-life-health-draft', '20', ['internet-health', 'medical-data', 'medical-ai']],
    ['zj-life-health-draft', '21', ['surgical-robots', 'medical-ai']],
    ['zj-life-health-draft', '24', ['cro', 'services']]
  ])('%s %s names %j', (document, clause, sectors) => {
    expect(sectors.filter((sector) => !clauses(sector, document).includes(clause))).toEqual([]);
  });
});

describe('timeline and sector pages', () => {
  const index = new Map(sectorIndex(data).sectors.map((entry) => [entry.id, entry]));

  it.each(data.sectors.map((sector) => [sector.id, sector] as const))('agree on %s in every document', (id, sector) => {
    const history = sectorPage(data, sector, 'zh').history.map(({ document, standing, first }) => ({ document, standing, first }));
    const row = matrix.find((one) => one.sector === id);
    const onTimeline = row?.cells.map(({ standing, first }, i) => ({ document: documents[i], standing, first: first ?? false }));
    if (row) expect(onTimeline).toEqual(history);
    // what the timeline leaves out, no document names
    else expect(history.filter(isNaming)).toEqual([]);
    expect(index.get(id)?.documents).toEqual(history.filter(isNaming).map(({ document }) => document));
    expect(history.filter(({ first }) => first).length).toBe(history.some(isNaming) ? 1 : 0);
  });

  it('call nothing unnamed that has narrower or wider sectors named in its place', () => {
    const family = (id: string) => {
      const above: string[] = [];
      for (let up = atlas.sector.get(id)?.parent; up; up = atlas.sector.get(up)?.parent) above.push(up);
      return [...sectorWithDescendants(atlas, id), ...above];
    };
    for (const { sector, cells } of matrix)
      cells.forEach(({ standing }, i) => {
        const named = family(sector).some((id) => isNaming(sectorNaming(atlas, id, documents[i]!)));
        if (standing === 'none') expect(named, `${sector} in ${documents[i]}`).toBe(false);
        if (standing === 'narrower' || standing === 'wider') expect(named).toBe(true);
        expect(standing).not.toBe('unread');
      });
  });

  it('tell of changes between documents only what the cells say', () => {
    for (const { document, previous, sectors } of timelineSteps(atlas)) {
      if (!previous) {
        expect([...sectors.added, ...sectors.gone, ...sectors.narrower, ...sectors.wider]).toEqual([]);
        continue;
      }
      const at = (sector: string, one: string) => sectorNaming(atlas, sector, one);
      for (const sector of sectors.added) expect([isNaming(at(sector, document)), at(sector, previous).clauses]).toEqual([true, []]);
      for (const sector of sectors.gone) expect([isNaming(at(sector, previous)), at(sector, document).standing]).toEqual([true, 'none']);
      expect(sectors.now).toBe(data.sectors.filter(({ id }) => isNaming(at(id, document))).length);
    }
  });

  it('do not say of 医疗美容 or 医药流通 that the plan of 2024 names them first', () => {
    const first = (sector: string) => matrix.find((row) => row.sector === sector)?.cells.findIndex((cell) => cell.first);
    expect(documents[first('aesthetic') ?? -1]).toBe('hz-2021-39');
    expect(documents[first('distribution') ?? -1]).toBe('zj-pharma-innovation');
    expect(documents[first('zero-magnetic') ?? -1]).toBe('hz-2024-2026');
  });

  it('leave out places that only an outside source puts to a sector', () => {
    const page = sectorPage(data, atlas.sector.get('drugs')!, 'zh');
    const outside = page.namings.flatMap(({ outside: is, zone }, i) => (is ? [[i, zone.id]] : []));
    expect(outside.map(([, zone]) => zone)).toEqual(['z22-belt-pharma']);
    expect(page.units.flatMap(({ namings }) => namings).filter((i) => outside.some(([at]) => at === i))).toEqual([]);
  });
});

describe('roles between documents', () => {
  it('are not compared where a layout’s tiers are ours', () => {
    const ours = new Set(data.layouts.filter(({ tiersOurs }) => tiersOurs).map(({ document }) => document));
    expect([...ours].sort()).toEqual(['zj-life-health-draft', 'zj-pharma-innovation']);
    const steps = timelineSteps(atlas).filter(({ document, previous, comparable }) => comparable && previous && (ours.has(document) || ours.has(previous)));
    expect(steps.map(({ document }) => document)).toEqual(['zj-life-health-draft', 'zj-2022-2024']);
    for (const { changes, states, rolesCompared } of steps) {
      expect(rolesCompared).toBe(false);
      expect(changes.filter(({ kind }) => !['enter', 'both', 'leave'].includes(kind))).toEqual([]);
      expect([states.change, states.stay]).toEqual([[], []]);
    }
  });
});
