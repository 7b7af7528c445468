import { selectedZones } from '#lib/atlas/view';
import type { ExplorerView } from '#lib/atlas/view';

/** How strongly a zone is drawn: left out by a filter, behind the one that is selected or pointed at, as usual, or standing out with all its members. */
export type Emphasis = 'off' | 'dim' | 'pale' | 'normal' | 'strong';

/**
 * By zone id. What is pointed at stands out, else what is selected; the rest steps back. Zones that share a selected unit
 * do not stand out: their members would be filled over each other, and the unit has its outline and its marks.
 */
export function emphasisOf({ zones, selection }: Pick<ExplorerView, 'zones' | 'selection'>, pointed?: string): Map<string, Emphasis> {
  const active = (ids: readonly string[]) => ids.filter((id) => zones.some((entry) => entry.active && entry.zone.id === id));
  const [selected, ...others] = active(selectedZones(selection));
  const [hinted] = active(pointed === undefined ? [] : [pointed]);
  const chosen = hinted ?? (others.length === 0 ? selected : undefined);
  // pointing passes: what it leaves pale is still to be seen
  const behind = hinted === undefined ? 'dim' : 'pale';
  return new Map(
    zones.map(({ zone, active: shown }) => {
      if (!shown) return [zone.id, 'off'];
      if (chosen === undefined) return [zone.id, 'normal'];
      return [zone.id, zone.id === chosen ? 'strong' : behind];
    })
  );
}
