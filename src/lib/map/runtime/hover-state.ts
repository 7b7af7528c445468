import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl';
import type { Place } from '#lib/schema/atlas';
import { circleAround } from '../layers/circle';
import { dissolve } from '../layers/geometry';
import type { Geometry, Outline } from '../layers/geometry';
import { RING_KM } from '../layers/places';

/** A place, or the adcode of a unit. */
export type Hovered = Readonly<{ unit?: string | undefined; place?: Place | undefined }>;

/** Keeps marked what the pointer is over: a unit by its area, a place by how far it may lie from its point. */
export function createHoverMarks(map: MapLibreMap, geometry: () => Geometry): (hovered: Hovered) => void {
  let marked: Hovered = {};
  const outlineOf = ({ unit, place }: Hovered): Outline | undefined => {
    if (!place) return unit === undefined ? undefined : dissolve(geometry(), [unit]);
    const km = RING_KM[place.precision];
    return place.lon === null || place.lat === null || km === 0 ? undefined : { type: 'Polygon', coordinates: [circleAround([place.lon, place.lat], km)] };
  };
  return (hovered) => {
    if (hovered.unit === marked.unit && hovered.place === marked.place) return;
    marked = hovered;
    const outline = outlineOf(hovered);
    void map
      .getSource<GeoJSONSource>('hover')
      ?.setData({ type: 'FeatureCollection', features: outline ? [{ type: 'Feature', properties: {}, geometry: outline }] : [] });
    map.setLayoutProperty('unit-hover', 'visibility', outline ? 'visible' : 'none');
  };
}
