import type { AccessKind, Anchor, Span } from '#lib/atlas/distances';
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
