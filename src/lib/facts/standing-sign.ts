import type { DocumentStatus } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';

/** A document's standing as a word short enough to stand at a number: “2 外”; the number's card and the list say it in full. */
export function standingSign(status: DocumentStatus): { sign: string; tone: 'ok' | 'warn' | 'bad' | 'faint' } {
  switch (status) {
    case 'in-force':
      return { sign: m.cite_sign_now(), tone: 'ok' };
    case 'expired':
      return { sign: m.cite_sign_past(), tone: 'bad' };
    case 'period-ended':
    case 'horizon-past':
      return { sign: m.cite_sign_past(), tone: 'warn' };
    case 'draft':
    case 'not-yet':
      return { sign: m.cite_sign_draft(), tone: 'warn' };
    case 'reference':
      return { sign: m.cite_sign_outside(), tone: 'faint' };
  }
}
