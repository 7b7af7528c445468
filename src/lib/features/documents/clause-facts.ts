import type { Atlas } from '#lib/atlas/atlas';
import type { PolicyDocument, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Citation, Text } from '#lib/schema/common';
import { standingAmong } from '#lib/atlas/related-places';
import { placePath } from '#lib/facts/place-path';

/** Kinds of facts that are read out of a clause, in the order shown; notes and agencies stand with the clause itself. */
export const FACT_KINDS = ['layouts', 'zones', 'members', 'sectors', 'capabilities', 'places', 'targets', 'incentives', 'groups'] as const;
export type FactKind = (typeof FACT_KINDS)[number];
/** A fact by name, and the page that shows it, as a path from the site's root. */
export type ClauseFact = Readonly<{ name: string; path?: string; standing?: ZoneLink['standing'] }>;
export type FactGroup = Readonly<{ kind: FactKind; facts: readonly ClauseFact[] }>;
export type ClauseFacts = Readonly<{
  groups: readonly FactGroup[];
  /** ids of all notes on the clause: its own, and those that cite it */
  notes: readonly string[];
  /** facts, notes and agencies together */
  count: number;
}>;

type Say = Readonly<{ text: (text: Text) => string; target: (target: Atlas['data']['targets'][number]) => string }>;

/** Everything that was taken from each clause of a document, by clause. */
export function clauseFacts(atlas: Atlas, document: PolicyDocument, say: Say): Map<string, ClauseFacts> {
  return new Map(document.clauses.map((clause) => [clause.id, factsOf(atlas, document, clause, say)]));
}

type Tier = Atlas['data']['incentives'][number]['tiers'][number];
const printsFigure = ({ rate, cap, amount }: Tier) => rate !== undefined || cap !== undefined || amount !== undefined;

const marked = (standing: ZoneLink['standing']) => (standing ? { standing } : {});

function factsOf(atlas: Atlas, { id: document, status }: PolicyDocument, clause: PolicyDocument['clauses'][number], say: Say): ClauseFacts {
  const { data } = atlas;
  const current = status === 'in-force';
  const here = (cite: Citation) => cite.document === document && cite.clause === clause.id;
  const cites = (list: readonly Citation[]) => list.some(here);
  const linked = (kind: keyof Zone['links']) =>
    data.zones.flatMap((zone) => zone.links[kind].filter((link) => cites(link.citations)).map((link) => ({ zone, link })));
  /** “IVD · Linping, Binjiang”: one fact a thing and standing, with the zones that it is said of */
  const byThing = (links: readonly { zone: Zone; link: ZoneLink }[], name: (id: string) => Text | undefined, path: (id: string, zone: Zone) => string) =>
    [...Map.groupBy(links, ({ link }) => `${link.id} ${link.standing ?? ''}`).values()].flatMap((list): ClauseFact[] => {
      const [first] = list;
      const called = first && name(first.link.id);
      const zones = [...new Set(list.map(({ zone }) => say.text(zone.short)))];
      return called ? [{ name: `${say.text(called)} · ${zones.join(' / ')}`, path: path(first.link.id, first.zone), ...marked(first.link.standing) }] : [];
    });
  const placed = new Set([...linked('platforms'), ...linked('parks')].map(({ link }) => link.id));
  /** How this clause speaks of a place. */
  const standingOf = ({ mentions }: Atlas['data']['places'][number]): ZoneLink['standing'] => standingAmong(mentions.filter(here));
  const linkedSectors = new Set(linked('sectors').map(({ link }) => link.id));
  const onlyNamed = Object.entries(data.namings?.[document] ?? {}).flatMap(([id, list]) => {
    const sector = atlas.sector.get(id);
    return sector && !linkedSectors.has(id) && list.some(([named]) => named === clause.id) ? [{ name: say.text(sector.name), path: `/sectors/${id}/` }] : [];
  });
  const found: Record<FactKind, ClauseFact[]> = {
    layouts: data.layouts.filter(({ citations }) => cites(citations)).map(({ id, name }) => ({ name: say.text(name), path: `/layouts/${id}/` })),
    zones: data.zones.filter(({ citations }) => cites(citations)).map(({ id, name }) => ({ name: say.text(name), path: `/zones/${id}/` })),
    members: data.zones
      .filter(({ citations, membershipCitations }) => cites(membershipCitations) && !cites(citations))
      .map(({ id, name }) => ({ name: say.text(name), path: `/zones/${id}/#members` })),
    sectors: [
      ...byThing(
        linked('sectors'),
        (id) => atlas.sector.get(id)?.name,
        (id) => `/sectors/${id}/`
      ),
      ...onlyNamed
    ],
    capabilities: byThing(
      linked('capabilities'),
      (id) => atlas.capability.get(id)?.name,
      (_, zone) => `/zones/${zone.id}/#offers`
    ),
    places: data.places
      .filter(({ id, citations }) => cites(citations) || placed.has(id))
      .map((place) => ({ name: say.text(place.name), path: placePath(atlas, place), ...marked(standingOf(place)) })),
    targets: data.targets.filter(({ citation }) => here(citation)).map((target) => ({ name: say.target(target), path: `/targets/#target-${target.id}` })),
    // what prints no figure is listed by name while it is in force, and only counted afterwards
    incentives: data.incentives
      .filter((one) => here(one))
      .map(({ id, name, tiers }) => ({ name: say.text(name), ...(current || tiers.some(printsFigure) ? { path: `/support/#${id}` } : {}) })),
    groups: data.vocabulary.unitGroups.filter(({ citations }) => cites(citations)).map(({ name }) => ({ name: say.text(name) }))
  };
  const groups = FACT_KINDS.map((kind) => ({ kind, facts: found[kind] })).filter(({ facts }) => facts.length > 0);
  const notes = [...new Set([...clause.notes, ...data.notes.filter(({ citations }) => cites(citations)).map(({ id }) => id)])];
  const agencies = clause.agencies ? [...clause.agencies.lead, ...clause.agencies.support, ...clause.agencies.responsible] : [];
  return { groups, notes, count: groups.reduce((sum, { facts }) => sum + facts.length, 0) + notes.length + new Set(agencies).size };
}
