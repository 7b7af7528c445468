import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { placesWithPage } from '#lib/atlas/related-places';
import { clauseLabel } from '#lib/atlas/clause-label';
import { clauseFacts } from '#lib/features/documents/clause-facts';
import type { ClauseFacts, FactKind } from '#lib/features/documents/clause-facts';
import type { Citation } from '#lib/schema/common';
import { readAtlas, readRegister } from '#lib/site/prerender/read-data';

const data = readAtlas();
const atlas = indexAtlas(data);
const register = readRegister();
const entry = (id: string) => register.documents.find((one) => one.id === id);
const facts = new Map(data.documents.map((document) => [document.id, clauseFacts(atlas, document, { text: ({ zh }) => zh, target: ({ id }) => id })]));
const under = ({ document, clause }: Citation): ClauseFacts | undefined => facts.get(document)?.get(clause);
/** A place's page, or the map for one that has none. */
const paged = new Set(placesWithPage(atlas).map(({ id }) => id));
const pathOf = (id: string) => (paged.has(id) ? `/places/${id}/` : `/?place=${id}`);
const paths = (cite: Citation, kind: FactKind) =>
  under(cite)
    ?.groups.find((group) => group.kind === kind)
    ?.facts.map(({ path }) => path);

describe('what was read out of each clause', () => {
  it('has every fact of the pack under every clause that it cites', () => {
    const missing: string[] = [];
    const expectAt = (cites: readonly Citation[], kind: FactKind, path: string) =>
      cites.filter((cite) => !paths(cite, kind)?.includes(path)).forEach((cite) => missing.push(`${kind} ${path} at ${cite.document} ${cite.clause}`));
    for (const { id, citations } of data.layouts) expectAt(citations, 'layouts', `/layouts/${id}/`);
    for (const { id, citations, membershipCitations, links } of data.zones) {
      expectAt(citations, 'zones', `/zones/${id}/`);
      const own = new Set(citations.map(({ document, clause }) => `${document} ${clause}`));
      expectAt(
        membershipCitations.filter(({ document, clause }) => !own.has(`${document} ${clause}`)),
        'members',
        `/zones/${id}/#members`
      );
      for (const link of links.sectors) expectAt(link.citations, 'sectors', `/sectors/${link.id}/`);
      for (const link of [...links.platforms, ...links.parks]) expectAt(link.citations, 'places', pathOf(link.id));
    }
    for (const { id, citation } of data.targets) expectAt([citation], 'targets', `/targets/#target-${id}`);
    for (const { id, citations } of data.places) expectAt(citations, 'places', pathOf(id));
    for (const one of data.incentives) if (!under(one)?.groups.some(({ kind }) => kind === 'incentives')) missing.push(one.id);
    for (const { id, citations } of data.notes) for (const cite of citations) if (!under(cite)?.notes.includes(id)) missing.push(`${id} at ${cite.clause}`);
    expect(missing).toEqual([]);
  });

  it('marks what a clause plans or only names, and not what it takes to be there', () => {
    const at = (cite: Citation, kind: FactKind, path: string) =>
      under(cite)
        ?.groups.find((group) => group.kind === kind)
        ?.facts.filter((fact) => fact.path === path) ?? [];
    for (const { id, links } of data.zones)
      for (const link of links.capabilities)
        for (const cite of link.citations) {
          const all = under(cite)?.groups.find(({ kind }) => kind === 'capabilities')?.facts ?? [];
          const name = atlas.capability.get(link.id)?.name.zh ?? '';
          const own = all.filter((fact) => fact.name.startsWith(`${name} · `) && fact.name.includes(atlas.zone.get(id)?.short.zh ?? ''));
          expect(
            own.map(({ standing }) => standing),
            `${id} ${link.id}`
          ).toContain(link.standing);
        }
    const marks = new Set<string>();
    for (const { id, mentions } of data.places)
      for (const { document, clause } of mentions) {
        const said = new Set(mentions.filter((one) => one.document === document && one.clause === clause).map(({ status }) => status));
        const wanted = said.has('existing') || said.has('supported') ? undefined : said.has('planned') ? 'planned' : 'named';
        for (const fact of at({ document, clause }, 'places', pathOf(id))) {
          expect(fact.standing, `${id} ${document} ${clause}`).toBe(wanted);
          marks.add(wanted ?? 'there');
        }
      }
    expect([...marks].sort()).toEqual(['named', 'planned', 'there']);
  });

  it('counts what it has, and nothing where there is nothing', () => {
    for (const document of data.documents)
      for (const clause of document.clauses) {
        const found = under({ document: document.id, clause: clause.id });
        const agencies = Object.values(clause.agencies ?? {}).flat();
        const listed = found?.groups.reduce((sum, group) => sum + group.facts.length, 0) ?? 0;
        expect(found?.count, `${document.id} ${clause.id}`).toBe(listed + (found?.notes.length ?? 0) + new Set(agencies).size);
      }
    expect(under({ document: 'zj-life-health-draft', clause: '引言' })).toMatchObject({ groups: [], count: 0 });
  });
});

it('every clause of the pack has an English number of its own', () => {
  for (const { id, clauses } of data.documents) {
    const labels = clauses.map((clause) => clauseLabel(clause.id, 'en'));
    for (const label of labels) expect(label, id).not.toMatch(/\p{Script=Han}|[（）]/u);
    expect(new Set(labels).size, id).toBe(labels.length);
  }
});

describe('the register of documents', () => {
  it('holds Hangzhou’s chain, and does not say that the measures of 2022 repealed the opinions of 2021', () => {
    expect(entry('hz-2021-39')?.relations).toContainEqual(expect.objectContaining({ kind: 'repeals', to: 'hz-2018-66', proved: true }));
    const repeals = entry('hz-2022-59')?.relations.filter(({ to }) => to === 'hz-2021-39');
    expect(repeals?.map(({ kind, proved }) => [kind, proved])).toEqual([
      ['follows', true],
      ['repeals', false]
    ]);
    for (const year of [2023, 2024, 2025])
      expect(entry(`hz-call-${year}`)?.relations).toContainEqual(expect.objectContaining({ kind: 'rests-on', to: 'hz-2022-59' }));
    // from the held document, which alone says it
    expect(entry('hz-2022-59')).toMatchObject({ held: true, number: '杭政办函〔2022〕59号', issued: '2022-10-15', issuer: { zh: '杭州市人民政府办公厅' } });
    expect(entry('zj-pharma-innovation')?.number).toBe('浙政办发〔2017〕64号');
    expect(entry('zj-2022-2024')?.standing?.en).toMatch(/does not mean there is none/);
  });

  it('agrees with what held documents say that they repeal', () => {
    for (const { id, repeals } of data.documents) {
      const proved = entry(id)?.relations.flatMap(({ kind, to, proved: sure }) => (kind === 'repeals' && sure ? (entry(to)?.number ?? to) : []));
      expect(proved ?? [], id).toEqual(repeals);
    }
  });

  it('links publishers, never a copy on a site of others', () => {
    const hosts = register.documents.flatMap(({ page, held }) => (page && !held ? [new URL(page.url).hostname] : []));
    for (const host of hosts) expect(host).toMatch(/\.gov\.cn$|^hznews\.hangzhou\.com\.cn$|^iibms\.zju\.edu\.cn$/);
    for (const { id, sources, seen } of register.documents) expect(sources.length > 0 || seen !== undefined, id).toBe(true);
  });

  it('leaves no Chinese in English words but in numbers of documents', () => {
    for (const { id, title, short, standing, relations } of register.documents)
      for (const text of [title, short, standing, ...relations.flatMap(({ source, means }) => [source, means])])
        expect(text?.en ?? '', id).not.toMatch(/\p{Script=Han}/u);
  });
});
