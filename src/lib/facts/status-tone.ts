import type { DocumentStatus } from '#lib/schema/atlas';

/** The tone in which a document's standing is shown: in force, over for good, over or not yet by what is known, or no matter of force. */
export function statusTone(status: DocumentStatus): 'ok' | 'bad' | 'warn' | 'neutral' {
  switch (status) {
    case 'in-force':
      return 'ok';
    case 'expired':
      return 'bad';
    case 'period-ended':
    case 'horizon-past':
    case 'draft':
      return 'warn';
    case 'not-yet':
    case 'reference':
      return 'neutral';
  }
}
