import { daysBetween, lastDayOf, statusOn } from '#lib/atlas/status';
import type { PolicyDocument } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatDay } from '#lib/design/page/local';
import { statusText } from './status-text';

/**
 * A document's standing with the day it ends or ended, where its dates tell: “现行，至 2026年12月31日（还有 33 天）”.
 * @param day YYYY-MM-DD
 */
export function statusLine(document: PolicyDocument, day: string): string {
  const status = statusOn(document, day);
  const { validTo, periodEnd } = document;
  switch (status) {
    case 'in-force': {
      const last = lastDayOf(document);
      return last === undefined ? m.status_no_end() : m.zones_until({ day: formatDay(last), days: daysBetween(day, last) });
    }
    case 'expired':
      return validTo === undefined ? statusText(status) : m.zones_until_expired({ day: formatDay(validTo) });
    case 'period-ended':
      return periodEnd === undefined ? statusText(status) : m.zones_until_ended({ day: formatDay(periodEnd) });
    case 'horizon-past':
    case 'draft':
    case 'not-yet':
    case 'reference':
      return statusText(status);
  }
}
