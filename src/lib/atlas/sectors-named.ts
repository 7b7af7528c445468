import type { PolicyDocument, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { Atlas } from './atlas';
import { byTime } from './document-time';

/** What a zone may be said to have: a sector of the sector tree, or a capability such as a kind of land. */
export type Subject = Readonly<{ kind: 'sectors' | 'capabilities'; id: string }>;

/** One statement of a document that a zone, or only some of its units, has the subject. */
export type Naming = Readonly<{
  zone: Zone;
  document: PolicyDocument;
  link: ZoneLink;
  /** the units that the statement is about */
  units: readonly string[];
  /** the statement is about fewer units than the zone has */
  narrowed: boolean;
  /** an outside source says so, not the zone's document */
  outside: boolean;
}>;

export type NamedUnit = Readonly<{ adcode: string; namings: readonly Naming[] }>;

/** Units that a link is about: all of its zone's, unless the document narrows it to some. */
export const unitsOfLink = (zone: Zone, link: ZoneLink): readonly string[] => link.units ?? zone.units;

/** The zone's own document says so, not an outside source alone. */
export const saysItself = ({ document }: Zone, { citations }: ZoneLink): boolean => citations.some((cite) => cite.document === document);

/** Every naming of a subject, by document from the oldest on, in a document in the order of its zones. */
export function namingsOf(atlas: Atlas, { kind, id }: Subject): Naming[] {
  return atlas.data.zones
    .flatMap((zone) => {
      const document = atlas.document.get(zone.document);
      if (!document) return [];
      return zone.links[kind].filter((link) => link.id === id).map((link) => naming(zone, document, link));
    })
    .sort((a, b) => byTime(a.document, b.document));
}

function naming(zone: Zone, document: PolicyDocument, link: ZoneLink): Naming {
  const units = unitsOfLink(zone, link);
  return { zone, document, link, units, narrowed: units.length < zone.units.length, outside: !saysItself(zone, link) };
}

/**
 * Units for which namings speak, the most often named first, then in the order of mention.
 * @param namings of one subject, from one or more documents
 */
export function unitsNamed(namings: readonly Naming[]): NamedUnit[] {
  const found = new Map<string, Naming[]>();
  for (const one of namings) for (const adcode of one.units) found.set(adcode, [...(found.get(adcode) ?? []), one]);
  return [...found].map(([adcode, list]) => ({ adcode, namings: list })).sort((a, b) => b.namings.length - a.namings.length);
}

/** The clauses behind some namings, each once. */
export function clausesOf(namings: readonly Naming[]): Citation[] {
  const cited = namings.flatMap(({ link }) => link.citations);
  return [...new Map(cited.map((citation) => [`${citation.document} ${citation.clause}`, citation])).values()];
}
