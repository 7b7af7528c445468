import type { Zone, ZoneLink } from '#lib/schema/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { certain, SECTOR_SCORE, UNKNOWN } from './criteria';
import type { Finding, SectorRelation } from './criteria';

/** Whether a link speaks of a unit: most speak of all the zone's units. A zone without units has undefined. */
export const speaksOf = (link: ZoneLink, unit: string | undefined): boolean => !link.units || (unit !== undefined && link.units.includes(unit));

/** Fields above a sector, the nearest first. */
function above(atlas: Atlas, id: string): string[] {
  const chain: string[] = [];
  for (let parent = atlas.sector.get(id)?.parent; parent && !chain.includes(parent); parent = atlas.sector.get(parent)?.parent) chain.push(parent);
  return chain;
}

/** How a named sector stands to the one wanted; undefined where neither holds the other. */
export function sectorRelation(atlas: Atlas, wanted: string, named: string): SectorRelation | undefined {
  if (named === wanted) return 'exact';
  if (above(atlas, named).includes(wanted)) return 'part';
  const step = above(atlas, wanted).indexOf(named);
  return step === 0 ? 'parent' : step > 0 ? 'ancestor' : undefined;
}

/**
 * Is a unit of a zone named for a sector? The closest relation counts, with every link that has it.
 * A zone that is named for other sectors only has score 0: sharing out sectors is what its document does.
 */
export function findSector(atlas: Atlas, zone: Zone, unit: string | undefined, wish: string): Finding {
  const links = zone.links.sectors.filter((link) => speaksOf(link, unit));
  const related = links.flatMap((link) => {
    const relation = sectorRelation(atlas, wish, link.id);
    return relation ? [{ kind: 'sector' as const, link, relation }] : [];
  });
  const best = Math.max(0, ...related.map(({ relation }) => SECTOR_SCORE[relation]));
  const evidence = related.filter(({ relation }) => SECTOR_SCORE[relation] === best);
  const [first] = evidence;
  if (first) return { wish, state: first.relation === 'exact' ? 'named' : 'related', bounds: certain(best), evidence };
  if (links.length === 0) return { wish, state: 'silent', bounds: UNKNOWN, evidence: [] };
  return { wish, state: 'others', bounds: certain(0), evidence: links.map((link) => ({ kind: 'sector' as const, link })) };
}
