import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl';
import { dissolve } from '../layers/geometry';
import type { Geometry } from '../layers/geometry';

/** Zones by id, and the adcode of a unit. */
export type Hovered = Readonly<{ zones: readonly string[]; unit?: string | undefined }>;
export const NOTHING_HOVERED: Hovered = { zones: [] };

/** Keeps marked what the pointer is over: zones by feature state, the unit by an outline of its own. */
export function createHoverMarks(map: MapLibreMap, geometry: () => Geometry): (hovered: Hovered) => void {
  let marked = NOTHING_HOVERED;
  const zone = (id: string, hover: boolean) => map.setFeatureState({ source: 'zones', id }, { hover });
  const fill = (unit: string | undefined) => {
    const outline = unit === undefined ? undefined : dissolve(geometry(), [unit]);
    void map
      .getSource<GeoJSONSource>('hover')
      ?.setData({ type: 'FeatureCollection', features: outline ? [{ type: 'Feature', properties: {}, geometry: outline }] : [] });
    map.setLayoutProperty('unit-hover', 'visibility', outline ? 'visible' : 'none');
  };
  return (hovered) => {
    for (const id of marked.zones) if (!hovered.zones.includes(id)) zone(id, false);
    for (const id of hovered.zones) if (!marked.zones.includes(id)) zone(id, true);
    if (hovered.unit !== marked.unit) fill(hovered.unit);
    marked = hovered;
  };
}
