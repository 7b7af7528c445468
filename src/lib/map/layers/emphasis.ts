import { selectedZones } from '#lib/atlas/view';
import type { ExplorerView } from '#lib/atlas/view';

/** How strongly a zone is drawn: left out by a filter, behind what is selected, one tint of many, as usual, or selected. */
export type Emphasis = 'off' | 'dim' | 'tint' | 'normal' | 'strong';

/** By zone id: what is selected, or contains what is selected, stands out and the rest steps back. */
export function emphasisOf({ zones, selection, stacked }: ExplorerView): Map<string, Emphasis> {
  const wanted = new Set(selectedZones(selection));
  const chosen = zones.some(({ zone, active }) => active && wanted.has(zone.id));
  return new Map(
    zones.map(({ zone, active }) => {
      if (!active) return [zone.id, 'off'];
      if (chosen && wanted.has(zone.id)) return [zone.id, 'strong'];
      if (stacked) return [zone.id, chosen ? 'off' : 'tint'];
      return [zone.id, chosen ? 'dim' : 'normal'];
    })
  );
}
