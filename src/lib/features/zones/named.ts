import { unitsOfLink } from '#lib/atlas/sectors-named';
import type { Zone, ZoneLink } from '#lib/schema/atlas';

/* What a document names for a zone, in the order and groups of its page. */

/** Addresses of facts on a zone's page. */
const PREFIX = { sectors: 'sector', capabilities: 'offer', platforms: 'place', parks: 'place' } as const;
export type NamedKind = keyof typeof PREFIX;

/** One naming; `id` is its place on the page. */
export type Named = Readonly<{ link: ZoneLink; id: string }>;

/** Namings that are about the same units and speak of what they name in the same way. */
export type NamedGroup = Readonly<{
  key: string;
  /** adcodes, where not all of the zone's units are meant */
  units: readonly string[] | undefined;
  standing: ZoneLink['standing'];
  rows: readonly Named[];
}>;

/** A zone's namings of a kind. A document may name a thing twice for different units: the second naming is a fact of its own. */
export function namedOf(zone: Pick<Zone, 'id' | 'links'>, kind: NamedKind): Named[] {
  const seen = new Map<string, number>();
  return zone.links[kind].map((link) => {
    const nth = (seen.get(link.id) ?? 0) + 1;
    seen.set(link.id, nth);
    return { link, id: `${PREFIX[kind]}-${zone.id}-${link.id}${nth > 1 ? `-${nth}` : ''}` };
  });
}

/** Namings in groups, in the order of their first: what is said of the whole zone and taken to be there needs no word more. */
export function groupNamed(zone: Zone, kind: NamedKind): NamedGroup[] {
  const groups = Map.groupBy(namedOf(zone, kind), ({ link }) => `${narrowed(zone, link)?.join() ?? ''} ${link.standing ?? ''}`);
  return [...groups].flatMap(([key, rows]) => {
    const [first] = rows;
    return first ? [{ key, units: narrowed(zone, first.link), standing: first.link.standing, rows }] : [];
  });
}

/** The units that a naming is about, where they are fewer than the zone's. */
export function narrowed(zone: Zone, link: ZoneLink): readonly string[] | undefined {
  const units = unitsOfLink(zone, link);
  return units.length < zone.units.length ? units : undefined;
}
