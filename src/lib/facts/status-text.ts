import { daysBetween, lastDayOf } from '#lib/atlas/status';
import type { DocumentStatus, PolicyDocument } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatDay } from '#lib/design/page/local';

/** A document's standing in the reader's words. */
export function statusText(status: DocumentStatus): string {
  switch (status) {
    case 'in-force':
      return m.status_in_force();
    case 'period-ended':
      return m.status_period_ended();
    case 'horizon-past':
      return m.status_horizon_past();
    case 'expired':
      return m.status_expired();
    case 'draft':
      return m.status_draft();
    case 'not-yet':
      return m.status_not_yet();
    case 'reference':
      return m.status_reference();
  }
}

/** How long a document holds, as far as it says so: what is left of it, or the years that are over. Stands beside its status. */
export function validityText(document: PolicyDocument, day: string): string | undefined {
  const { status, periodStart, periodEnd, validTo, horizon, outlook } = document;
  const last = lastDayOf(document);
  switch (status) {
    case 'in-force':
      return last && m.valid_until({ day: formatDay(last), days: daysBetween(day, last) });
    case 'period-ended':
      return periodEnd && [...new Set([periodStart ?? periodEnd, periodEnd].map((date) => date.slice(0, 4)))].join('–');
    case 'horizon-past':
      return m.valid_horizon({ year: String(outlook ?? horizon) });
    case 'expired':
      return validTo && m.valid_expired({ day: formatDay(validTo) });
    case 'draft':
    case 'not-yet':
    case 'reference':
      return undefined;
  }
}
