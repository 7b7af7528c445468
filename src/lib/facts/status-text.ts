import type { DocumentStatus } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';

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
