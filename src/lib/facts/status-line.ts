import { statusOn } from '#lib/atlas/status';
import type { PolicyDocument } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatDay } from '#lib/design/page/local';
import { statusText } from './status-text';

const DAY = 86_400_000;

/**
 * A document's standing with the day it ends or ended, where its dates tell: “现行，至 2026年12月31日（还有 33 天）”.
 * @param day YYYY-MM-DD
 */
export function statusLine(document: PolicyDocument, day: string): string {
  const status = statusOn(document, day);
  const end = document.validTo ?? document.periodEnd;
  if (end === undefined) return statusText(status);
  switch (status) {
    case 'in-force':
      return m.zones_until({ day: formatDay(end), days: Math.round((Date.parse(end) - Date.parse(day)) / DAY) });
    case 'expired':
      return m.zones_until_expired({ day: formatDay(document.validTo ?? end) });
    case 'period-ended':
      return m.zones_until_ended({ day: formatDay(document.periodEnd ?? end) });
    case 'horizon-past':
    case 'draft':
    case 'not-yet':
    case 'reference':
      return statusText(status);
  }
}
