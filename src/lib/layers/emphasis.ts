import type { ExplorerView } from '../domain/view';

/** How strongly a zone is drawn: left out by a filter, behind what is selected, as usual, or selected. */
export type Emphasis = 'off' | 'dim' | 'normal' | 'strong';

/** By zone id: what is selected, or contains what is selected, stands out and the rest steps back. */
export function emphasisOf({ zones, selection }: ExplorerView): Map<string, Emphasis> {
  const wanted = new Set(selectedZones(selection));
  const chosen = zones.some(({ zone, active }) => active && wanted.has(zone.id));
  return new Map(
    zones.map(({ zone, active }) => {
      if (!active) return [zone.id, 'off'];
      if (!chosen) return [zone.id, 'normal'];
      return [zone.id, wanted.has(zone.id) ? 'strong' : 'dim'];
    })
  );
}

function selectedZones(selection: ExplorerView['selection']): string[] {
  switch (selection?.kind) {
    case undefined:
      return [];
    case 'zone':
      return [selection.zone.id];
    case 'unit':
      return selection.memberships.map(({ zone }) => zone.id);
    case 'place':
      return selection.zones.map(({ id }) => id);
  }
}
