import type { Access, AccessKind, Anchor, Span } from '#lib/atlas/distances';
import type { GroundAccess, Reach } from '#lib/atlas/ground-distance';
import * as m from '#lib/paraglide/messages';
import { formatNumber, local } from '#lib/design/page/local';

export function accessText(kind: AccessKind): string {
  switch (kind) {
    case 'airport':
      return m.compare_to_airport();
    case 'port':
      return m.compare_to_port();
    case 'station':
      return m.compare_to_station();
    case 'bonded':
      return m.compare_to_bonded();
  }
}

const anchorName = (anchor: Anchor): string => (anchor.kind === 'place' ? local(anchor.place.name) : m.compare_middle_of({ unit: local(anchor.unit.name) }));

/** Whole kilometres: the points themselves are seldom known better. */
const whole = (km: number): string => formatNumber(Math.round(km));

/** “14 公里” */
export const kmText = ({ km }: Pick<Span, 'km'>): string => m.compare_km({ km: whole(km) });

/** “自下沙至杭州萧山国际机场” */
export const fromToText = (span: Span): string => m.compare_from_to({ from: anchorName(span.from), to: anchorName(span.to) });

/** “12 公里 ±10”; “10 公里内” where the positions are less sure than what lies between them. */
export function roughText(span: Span): string {
  if (span.within < 1) return kmText(span);
  return span.km < span.within
    ? m.places_within({ km: whole(span.km + span.within) })
    : `${kmText(span)} ${m.compare_give_or_take({ within: whole(span.within) })}`;
}

/** How uncertain the positions make a distance; empty where both are exact. */
export function withinText(span: Span): string {
  const parts = [
    span.from.kind === 'unit' || span.to.kind === 'unit' ? m.compare_unit_size() : '',
    span.within >= 1 ? m.compare_within({ within: whole(span.within) }) : ''
  ];
  return parts.filter(Boolean).join(m.citation_separator());
}

/** “14 km from Xiasha (uncertain by up to 5 km)” */
const fromText = (span: Span): string => {
  const within = withinText(span);
  return m.distance_from({ km: kmText(span), from: anchorName(span.from) }) + (within && m.distance_ends({ ends: within }));
};

/** From the farthest of a zone's parks: “farthest: 22 km from Linjiang block”, with its goal where that is another than that of the nearest. */
export function farthestText({ nearest, farthest }: Access): string | undefined {
  if (!farthest) return undefined;
  const same = anchorName(farthest.to) === anchorName(nearest.to);
  return same ? m.distance_parks_far({ km: fromText(farthest) }) : m.distance_parks_far_to({ km: fromText(farthest), to: anchorName(farthest.to) });
}

/**
 * What a distance from a zone's located parks and platforms measures, both ends named: “to Xiaoshan airport, from its located parks: nearest 14 km
 * from Xiasha; farthest 22 km from …”. Where no park is located it starts at the middle of a member, and says so.
 */
export function parksText(access: Access): string {
  const { nearest } = access;
  const parts = { to: anchorName(nearest.to), km: fromText(nearest) };
  const near = nearest.from.kind === 'place' ? m.distance_parks(parts) : m.distance_middle(parts);
  return [near, farthestText(access)].filter(Boolean).join(m.targets_separator());
}

/** What a distance from a zone's ground measures, its goal named: “from its ground: 0 km (… lies in it); from its farthest corner 37 km”. */
export function groundText({ nearest, farthest }: GroundAccess): string {
  const to = ({ to: place }: Reach) => local(place.name);
  const near = nearest.km === 0 ? m.distance_ground_inside({ to: to(nearest) }) : m.distance_ground({ km: kmText(nearest), to: to(nearest) });
  const far =
    farthest.to === nearest.to ? m.distance_ground_far({ km: kmText(farthest) }) : m.distance_ground_far_to({ km: kmText(farthest), to: to(farthest) });
  return `${near}${m.targets_separator()}${far}`;
}
