import type { ExplorerView } from '#lib/atlas/view';
import * as m from '#lib/paraglide/messages';

/** What the fill of a layout's map, its edges and the marks at names say: edges are there only where zones share units. */
export function marksText({ stacked, zones }: Pick<ExplorerView, 'stacked' | 'zones'>): string {
  if (stacked) return m.legend_stacked();
  const units = zones.flatMap(({ zone }) => zone.units);
  return new Set(units).size < units.length ? m.legend_marks() : m.legend_fill();
}
