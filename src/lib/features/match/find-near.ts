import type { Zone } from '#lib/schema/atlas';
import { lineage } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { nearest, placeAnchor, zoneAnchors } from '#lib/atlas/distances';
import type { Anchor } from '#lib/atlas/distances';
import { distanceScore, UNKNOWN } from './criteria';
import type { Finding } from './criteria';
import { NEAR_KINDS } from '#lib/atlas/project/project';
import type { NearKind } from '#lib/atlas/project/project';

/** Places of a kind with a position, to measure to. */
const goalsOf = (atlas: Atlas, kind: NearKind): Anchor[] =>
  atlas.data.places.filter((place) => place.kind === kind).flatMap((place) => placeAnchor(place) ?? []);

/** Kinds that can be measured to at all in this pack. */
export const measurableKinds = (atlas: Atlas): NearKind[] => NEAR_KINDS.filter((kind) => goalsOf(atlas, kind).length > 0);

/** Points of a zone by unit: its located parks and platforms there, or the unit's middle. Key undefined: a zone without units. */
export function anchorsByUnit(atlas: Atlas, zone: Zone): (unit: string | undefined) => Anchor[] {
  const all = zoneAnchors(atlas, zone);
  return (unit) =>
    unit === undefined
      ? all
      : all.filter((anchor) =>
          anchor.kind === 'unit' ? anchor.unit.adcode === unit : lineage(atlas, anchor.place.adcode).some(({ adcode }) => adcode === unit)
        );
}

/** Great-circle distance from the nearest of a zone's points to the nearest place of a kind, scored with its uncertainty. */
export function findNear(atlas: Atlas, from: readonly Anchor[], kind: NearKind): Finding {
  const span = nearest(from, goalsOf(atlas, kind));
  if (!span) return { wish: kind, state: 'unplaced', bounds: UNKNOWN, evidence: [] };
  const bounds = {
    score: distanceScore(kind, span.km),
    low: distanceScore(kind, span.km + span.within),
    high: distanceScore(kind, Math.max(0, span.km - span.within))
  };
  return { wish: kind, state: 'measured', bounds, evidence: [{ kind: 'span', span }] };
}
