import type { Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Standing } from '#lib/schema/terms';
import { placeOfZone } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { bestStanding, certain, RELATED_SCORE, STANDING_SCORE, standingOf, UNKNOWN } from './criteria';
import type { Evidence, Finding, FindingState } from './criteria';
import { sectorRelation, speaksOf } from './find-sector';
import { GROUP_OF } from '#lib/atlas/project/project';
import type { CapabilityCriterion } from '#lib/atlas/project/project';

/** Abbreviations such as GMP, CDMO or M3: the one part of a name that documents, sectors and places all write alike. */
const abbreviations = (text: Text): string[] => [...new Set(`${text.zh} ${text.en}`.match(/(?<![A-Za-z0-9])[A-Z][A-Z0-9]+(?![A-Za-z0-9])/g))];

const writes = (text: string, abbreviation: string) => new RegExp(`(?<![A-Za-z0-9])${abbreviation}(?![A-Za-z0-9])`).test(text);

/** Sectors that have an abbreviation of a capability's name among their own names: being named for CRO is close to offering CRO services. */
function sectorsLike(atlas: Atlas, capability: string): string[] {
  const name = atlas.capability.get(capability)?.name;
  const short = name ? abbreviations(name) : [];
  const names = ({ name: own, aliases }: { name: Text; aliases: readonly string[] }) => [own.zh, own.en, ...aliases];
  return atlas.data.sectors.filter((sector) => short.some((one) => names(sector).some((text) => writes(text, one)))).map(({ id }) => id);
}

/** The same field, one inside it, or the one directly above. */
const isClose = (atlas: Atlas, wanted: readonly string[], named: string) =>
  wanted.some((sector) => ['exact', 'part', 'parent'].includes(sectorRelation(atlas, sector, named) ?? ''));

/** What stands for a capability that a zone is not named for: a sector or a capability close to it. */
function standIns(atlas: Atlas, zone: Zone, unit: string | undefined, wish: string): Evidence[] {
  const capability = atlas.capability.get(wish);
  if (!capability) return [];
  const like = sectorsLike(atlas, wish);
  const sectors = zone.links.sectors.filter((link) => isClose(atlas, like, link.id)).map((link): Evidence => ({ kind: 'sector', link }));
  const capabilities = zone.links.capabilities
    .filter(({ id }) => atlas.capability.get(id)?.group === capability.group && sectorsLike(atlas, id).some((sector) => isClose(atlas, like, sector)))
    .map((link): Evidence => ({ kind: 'capability', link }));
  return [...capabilities, ...sectors].filter((evidence) => evidence.kind !== 'span' && speaksOf(evidence.link, unit));
}

/**
 * Places of a zone that bear an abbreviation of a capability's name: somebody's plant called “GMP base” is no plant on offer. Told, because a
 * reader may ask there, and never scored.
 */
function namesakes(atlas: Atlas, zone: Zone, unit: string | undefined, wish: string): Evidence[] {
  const name = atlas.capability.get(wish)?.name;
  const short = name ? abbreviations(name) : [];
  const itself = placeOfZone(zone);
  return [...(itself ? [itself] : []), ...zone.links.platforms, ...zone.links.parks].flatMap((link): Evidence[] => {
    const place = atlas.place.get(link.id);
    if (!place || !speaksOf(link, unit)) return [];
    const names = [place.name.zh, place.name.en, link.as ?? '', ...place.mentions.map(({ namedAs }) => namedAs)];
    return short.some((one) => names.some((text) => writes(text, one))) ? [{ kind: 'place', link, place }] : [];
  });
}

const STATE_OF: Readonly<Record<Standing, FindingState>> = { existing: 'named', planned: 'planned', named: 'mentioned' };

/**
 * Is a unit of a zone named for a value-chain stage, a kind of land or a service?
 * Stages are listed against each other, so naming others is a 0; land and services are what a document chose to mention, so silence is no evidence.
 */
export function findCapability(atlas: Atlas, zone: Zone, unit: string | undefined, criterion: CapabilityCriterion, wish: string): Finding {
  const links = zone.links.capabilities.filter((link) => speaksOf(link, unit));
  const exact = links.filter(({ id }) => id === wish).map((link) => ({ kind: 'capability' as const, link }));
  const standing = bestStanding(exact.map(({ link }) => link));
  if (standing) {
    const evidence = exact.filter(({ link }) => standingOf(link) === standing);
    // what is to come may be there by now, and what is only named may serve others, or not
    const bounds = standing === 'existing' ? certain(1) : { score: STANDING_SCORE[standing], low: 0, high: 1 };
    return { wish, state: STATE_OF[standing], bounds, evidence };
  }
  const others = links.filter(({ id }) => atlas.capability.get(id)?.group === GROUP_OF[criterion]).map((link) => ({ kind: 'capability' as const, link }));
  if (criterion === 'stage') {
    return others.length > 0 ? { wish, state: 'others', bounds: certain(0), evidence: others } : { wish, state: 'silent', bounds: UNKNOWN, evidence: [] };
  }
  const evidence = standIns(atlas, zone, unit, wish);
  // close is not the same: it may be all there, or not; and what is close may itself be to come
  const close = bestStanding(evidence.flatMap((one) => (one.kind === 'span' ? [] : [one.link])));
  if (close) return { wish, state: 'related', bounds: { score: RELATED_SCORE * STANDING_SCORE[close], low: 0, high: 1 }, evidence };
  return { wish, state: 'silent', bounds: UNKNOWN, evidence: [...namesakes(atlas, zone, unit, wish), ...others] };
}
