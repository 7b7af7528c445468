import type { Zone } from '#lib/schema/atlas';
import { zoneGround } from '#lib/atlas/on-ground';
import type { GroundPlace } from '#lib/atlas/on-ground';
import type { Atlas } from '#lib/atlas/atlas';
import type { DocumentStatus } from '#lib/schema/atlas';
import { certain, RELATED_SCORE, STANDING_SCORE, UNKNOWN } from './criteria';
import type { Finding } from './criteria';
import type { OthersKind } from '#lib/atlas/project/project';

type Found = Readonly<{ one: GroundPlace; status: DocumentStatus; score: number }>;

/** Places on a zone's ground that only other documents name, by what they count: looked for once a zone, and only where a project asks. */
export function othersByUnit(atlas: Atlas, zone: Zone, day: string): (unit: string | undefined) => readonly Found[] {
  const all = zoneGround(atlas, zone, day)
    .others.flatMap(({ status, places }) =>
      places.map((one): Found => ({ one, status, score: STANDING_SCORE[one.standing] * (status === 'in-force' ? 1 : RELATED_SCORE) }))
    )
    .sort((a, b) => b.score - a.score);
  return (unit) => all.filter(({ one }) => one.member === unit);
}

/**
 * Does another document name a park, or a platform, on a unit of the zone? The best one counts: by how its document speaks of it, and by half
 * where that is not in force. No other document naming one is no evidence that there is none.
 */
export function findOthers(found: readonly Found[], wish: OthersKind): Finding {
  const places = found.filter(({ one }) => one.group === wish);
  const [best] = places;
  if (!best) return { wish, state: 'silent', bounds: UNKNOWN, evidence: [] };
  return {
    wish,
    state: 'elsewhere',
    // what is to come may be there by now, and what ended may still hold, or not
    bounds: best.score === 1 ? certain(1) : { score: best.score, low: 0, high: 1 },
    evidence: places.map(({ one: { place, standing, citations } }) => ({
      kind: 'place' as const,
      place,
      link: { id: place.id, citations: [...citations], notes: [], ...(standing === 'existing' ? {} : { standing }) }
    }))
  };
}
