import type { Standing } from '#lib/atlas/sector-namings';
import * as m from '#lib/paraglide/messages';

/** How a document, or the collection at most, stands to a sector. */
export function standingText(standing: Standing): string {
  switch (standing) {
    case 'zones':
      return m.sectors_standing_zones();
    case 'facts':
      return m.sectors_only_elsewhere();
    case 'text':
      return m.sectors_standing_text();
    case 'narrower':
      return m.sectors_standing_narrower();
    case 'wider':
      return m.sectors_standing_wider();
    case 'none':
      return m.sectors_unnamed();
    case 'unread':
      return m.sectors_standing_unread();
  }
}
