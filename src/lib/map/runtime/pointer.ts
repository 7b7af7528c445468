import type { LngLat, MapLibreMap, MapMouseEvent, Point } from 'maplibre-gl';
import type { Intent } from '#lib/atlas/state';
import type { ExplorerView } from '#lib/atlas/view';
import type { Geometry } from '../layers/geometry';
import { locateCounty } from '../layers/locate-county';
import { markAt } from '../layers/images';
import { rowProperty } from '../layers/mark-rows';
import type { Locale } from '../layers/names';
import { clickIntent, groundAt, placeAt, unitMeant, zonesAtUnit } from '../layers/pointing';
import { createHoverMarks } from './hover-state';
import type { Hover, PointedAt } from './mount-options';

type Options = Readonly<{
  view: () => ExplorerView;
  locale: () => Locale;
  geometry: () => Geometry;
  onIntent: (intent: Intent) => void;
  onHover: (hover: Hover | undefined) => void;
  onPoint?: ((at: PointedAt) => boolean) | undefined;
}>;

/** Pointer and Escape key: what is under the pointer, and what a click asks for. @returns how to stop listening */
export function listenToPointer(map: MapLibreMap, { view, locale, geometry, onIntent, onHover, onPoint }: Options): () => void {
  const mark = createHoverMarks(map, geometry);
  let frame = 0;

  const unitAt = ({ lng, lat }: LngLat) => locateCounty(geometry(), [lng, lat]);
  const kmPerPixel = () => (40075 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
  // a name that is drawn here is the one that is meant, else the nearest mark: marks lie on each other, names do not
  const placeUnder = (point: Point): string | undefined => {
    const drawn = map.getLayer('place-label') ? map.queryRenderedFeatures(point, { layers: ['place-label'] }) : [];
    const named = drawn.find(({ state }) => state.cut !== true);
    return named ? String(named.properties.id) : placeAt(view(), [point.x, point.y], ([lon, lat]) => map.project([lon, lat]), map.getZoom());
  };
  // a zone's name, or one of the marks in a unit's row
  const zoneUnder = (point: Point): string | undefined => {
    const layers = ['unit-mark', 'county-label'].filter((id) => map.getLayer(id));
    for (const { layer, properties, geometry: at, state } of map.queryRenderedFeatures(point, { layers })) {
      if (properties.level === 'zone') {
        if (state.emphasis === undefined || state.emphasis === 'normal' || state.emphasis === 'strong') return String(properties.id);
      } else if (layer.id === 'unit-mark' && at.type === 'Point' && state.cutMark !== true) {
        const { x } = map.project(at.coordinates as [number, number]);
        const mark = markAt(String(properties[rowProperty(map.getZoom(), properties.level, locale())]), point.x - x);
        const found = mark && view().zones.find(({ zone, active }) => active && zone.hue === mark.hue);
        if (found) return found.zone.id;
      }
    }
    return undefined;
  };

  const leave = () => {
    cancelAnimationFrame(frame);
    if (!map.isStyleLoaded()) return;
    mark({});
    map.getCanvas().style.cursor = '';
    onHover(undefined);
  };
  const look = (point: Point, at: LngLat) => {
    const pointed = unitAt(at);
    const place = placeUnder(point);
    if (!pointed && !place) return leave();
    const zone = place ? undefined : zoneUnder(point);
    const zones = zone ? [zone] : pointed ? zonesAtUnit(view(), pointed) : [];
    const unit = pointed && unitMeant(view(), pointed, map.getZoom());
    mark({ unit, place: place === undefined ? undefined : view().places.find((entry) => entry.place.id === place)?.place });
    map.getCanvas().style.cursor = 'pointer';
    const ground = zone ?? (pointed && !place ? groundAt(view(), pointed) : undefined);
    onHover({ x: point.x, y: point.y, zones, ...(ground ? { ground } : {}), ...(unit ? { unit } : {}), ...(place ? { place } : {}) });
  };
  const move = ({ point, lngLat }: MapMouseEvent) => {
    cancelAnimationFrame(frame);
    // one look a frame, and none while the map itself moves
    if (!map.isMoving()) frame = requestAnimationFrame(() => look(point, lngLat));
  };
  const click = ({ point, lngLat }: MapMouseEvent) => {
    if (onPoint?.({ lon: lngLat.lng, lat: lngLat.lat, kmPerPixel: kmPerPixel() })) return;
    const place = placeUnder(point);
    const zone = place ? undefined : zoneUnder(point);
    onIntent(zone ? { type: 'select', selection: { kind: 'zone', id: zone } } : clickIntent(view(), place, unitAt(lngLat), map.getZoom()));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && view().selection) onIntent({ type: 'clear' });
  };

  const container = map.getContainer();
  map.on('mousemove', move);
  map.on('mouseout', leave);
  map.on('movestart', leave);
  map.on('click', click);
  container.addEventListener('keydown', key);
  return () => {
    cancelAnimationFrame(frame);
    map.off('mousemove', move);
    map.off('mouseout', leave);
    map.off('movestart', leave);
    map.off('click', click);
    container.removeEventListener('keydown', key);
  };
}
