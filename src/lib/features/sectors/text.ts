import type { Standing } from '#lib/atlas/sector-namings';
import * as m from '#lib/paraglide/messages';

/** How a document that does not name a sector by its own name stands to it. */
export function unnamedText(standing: Standing): string {
  if (standing === 'narrower') return m.sectors_standing_narrower();
  if (standing === 'wider') return m.sectors_standing_wider();
  return standing === 'unread' ? m.sectors_standing_unread() : m.sectors_unnamed();
}
