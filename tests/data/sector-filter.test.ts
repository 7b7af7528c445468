import { describe, expect, it } from 'vitest';
import { indexAtlas, sectorWithDescendants } from '#lib/atlas/atlas';
import { sectorInLayout } from '#lib/atlas/sector-in-layout';
import { isNaming, sectorNaming } from '#lib/atlas/sector-namings';
import { deriveView } from '#lib/atlas/view';
import { sectorLine } from '#lib/features/explorer/sector-line';
import { readAtlas } from '#lib/site/prerender/read-data';

/* The map's filter by sector: for every layout and sector the zones that it leaves, and the line beside it, as sectorNaming() has it. */
const data = readAtlas();
const atlas = indexAtlas(data);
const cases = data.layouts.flatMap((layout) => data.sectors.map(({ id }) => ({ layout, sector: id })));
const left = (layout: string, sector: string) =>
  deriveView(atlas, { layout, sector, hiddenTiers: [], hiddenKinds: [] }, data.index.statusAsOf).zones.flatMap(({ zone, active }) => (active ? [zone.id] : []));
const text = (layout: (typeof data.layouts)[number], sector: string) =>
  sectorLine(atlas, sector, layout)
    .map((part) => part.text + part.items.map((item) => item.text).join('、'))
    .join(' · ');

describe('the filter by sector', () => {
  it('leaves the zones that the document names for the sector or a narrower one, in every layout', () => {
    for (const { layout, sector } of cases) {
      const named = new Set(
        [...sectorWithDescendants(atlas, sector)].flatMap((id) => sectorNaming(atlas, id, layout.document).zones.map(({ zone }) => zone.id))
      );
      expect(left(layout.id, sector), `${layout.id} ${sector}`).toEqual(layout.zones.filter((id) => named.has(id)));
    }
  });

  it('is told in a line that counts these zones, and every clause once: of zones, targets, measures or others', () => {
    for (const { layout, sector } of cases) {
      const where = `${layout.id} ${sector}`;
      const naming = sectorNaming(atlas, sector, layout.document);
      const stands = sectorInLayout(atlas, sector, layout);
      expect(stands.naming, where).toEqual(naming);
      expect([...stands.own, ...stands.narrower].map(({ id }) => id).sort(), where).toEqual(left(layout.id, sector).sort());
      expect(
        stands.own.map(({ id }) => id),
        where
      ).toEqual(layout.zones.filter((id) => naming.zones.some(({ zone }) => zone.id === id)));
      const cited = [
        ...naming.zones.flatMap(({ link }) => link.citations.flatMap((cite) => (cite.document === layout.document ? cite.clause : []))),
        ...naming.targets.map((id) => atlas.target.get(id)?.citation.clause),
        ...naming.incentives.map((id) => atlas.incentive.get(id)?.clause),
        ...stands.clauses.map(({ clause }) => clause)
      ];
      expect([...new Set(cited)].sort(), where).toEqual(naming.clauses.map(({ clause }) => clause).sort());
    }
  });

  it('says of every empty map why it is empty, and never that nothing names what is named', () => {
    for (const { layout, sector } of cases) {
      const line = text(layout, sector);
      const naming = sectorNaming(atlas, sector, layout.document);
      expect(line, `${layout.id} ${sector}`).not.toBe('');
      expect(line.includes('文件各条均未点名'), `${layout.id} ${sector}: ${line}`).toBe(naming.standing === 'none');
      expect(line.includes('文件未逐条核对'), `${layout.id} ${sector}: ${line}`).toBe(naming.standing === 'unread');
      if (isNaming(naming)) expect(/另见|见|另有片区点名|个片区点名/.test(line), `${layout.id} ${sector}: ${line}`).toBe(true);
    }
  });

  it.each([
    // a clause, where no zone does
    ['hz-one-core-four-parks', 'generics', /^本布局没有片区点名 · 见条款 \S+$/],
    // zones of another layout of the same document
    ['hz-one-core-four-parks', 'bci', /^本布局没有片区点名 · 同一文件另有片区点名：未来产业分工 · 另见/],
    ['hz-one-core-four-parks', 'drugs', /^1 个片区点名 · 4 个片区只点名其下级方向 · 另见目标 2 项、扶持条款 2 项、其他条款 \d+ 条$/],
    // an outside source alone
    ['zj-one-core-two-belts-two-circles', 'devices', /另据外部资料 \d 个片区，文件本身未写$/],
    ['zj-two-cores', 'frontier', /^文件未直接点名 · 1 个片区只点名其下级方向$/],
    ['zj-bases-2017', 'synbio', /^文件各条均未点名$/]
  ])('in %s, %s', (layout, sector, line) => {
    const found = atlas.layout.get(layout);
    expect(found && text(found, sector)).toMatch(line);
  });
});
