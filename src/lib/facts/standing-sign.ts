import type { DocumentStatus } from '#lib/schema/atlas';

/** A document's standing as a sign at a number; the number's words and the list say what it means. */
export function standingSign(status: DocumentStatus): { sign: string; tone: 'ok' | 'warn' | 'bad' | 'faint' } {
  switch (status) {
    case 'in-force':
      return { sign: '✓', tone: 'ok' };
    case 'expired':
      return { sign: '†', tone: 'bad' };
    case 'period-ended':
    case 'horizon-past':
      return { sign: '†', tone: 'warn' };
    case 'draft':
    case 'not-yet':
      return { sign: '?', tone: 'warn' };
    case 'reference':
      return { sign: '°', tone: 'faint' };
  }
}
