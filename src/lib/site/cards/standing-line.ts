import { formatDay, local } from '#lib/design/page/local';
import { settings } from '#lib/design/page/settings';
import { statusText } from '#lib/facts/status-text';
import * as m from '#lib/paraglide/messages';
import type { PolicyDocument } from '#lib/schema/atlas';
import type { CardStanding } from './card-sheet';

/** A card outlives the day that it was made on in others' caches: it says until when, never how many days. */
export function cardStanding(document: PolicyDocument): CardStanding {
  const { status, validTo, periodEnd, outlook, horizon } = document;
  const last = validTo ?? periodEnd;
  const end = last ? formatDay(last) : (outlook ?? horizon) === undefined ? undefined : m.cards_year({ year: String(outlook ?? horizon) });
  switch (status) {
    case 'in-force':
      return { text: end ? m.cards_in_force_to({ end }) : statusText(status), tone: 'ok' };
    case 'period-ended':
    case 'horizon-past':
    case 'expired':
      return { text: end ? m.cards_ended({ status: statusText(status), end }) : statusText(status), tone: 'warn' };
    case 'draft':
    case 'not-yet':
      return { text: statusText(status), tone: 'warn' };
    case 'reference':
      return { text: statusText(status), tone: 'neutral' };
  }
}

/** Where the card's facts are from and of which day; what the map is good for. */
export const cardFoot = (day: string, documents: readonly PolicyDocument[]): string[] => [
  ...(documents.length > 0 ? [m.picture_source({ source: documents.map(({ short }) => local(short)).join(' · ') }).replace(/\.$/, '')] : []),
  `${m.picture_status_day({ day: formatDay(day) })} · ${approval()}`
];

const approval = (): string =>
  settings.mapApproval ? m.picture_approval({ number: settings.mapApproval.replace(/^审图号[:：]?\s*/, '') }) : m.cards_indicative();
