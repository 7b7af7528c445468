import type { MapLibreMap } from 'maplibre-gl';
import type { Camera, Intent } from '#lib/atlas/state';
import type { Geometry } from '../layers/geometry';
import { layoutBox, regionBox, selectionKey, selectionTarget } from './framing';
import { NARROW_MAP, samePadding } from './mount-options';
import type { Destination, MapState, Padding } from './mount-options';

/** Kept free round what is framed, CSS px; at the sides there is room for a name that stands beside its place. */
const MARGIN = 28;
const SIDE_MARGIN = 40;
/** The same of a narrow map: at its sides half a name has room. */
const [NARROW_MARGIN, NARROW_SIDE] = [12, 26];
const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };
/** A single place is shown at least this near. */
const PLACE_ZOOM = 10.5;
/** Frames never go nearer. */
const MAX_FRAME_ZOOM = 11;
/** How much further out than the whole region one may zoom. */
const ZOOM_OUT = 0.8;
const FLIGHT_MS = 900;
/** Marks the events of movements that we start. */
const OURS = { ours: true } as const;

/** Moves the camera: follows selection, layout and address, and reports where the user has taken it. */
export class Pilot {
  readonly #map: MapLibreMap;
  readonly #reducedMotion: boolean;
  readonly #onIntent: (intent: Intent) => void;
  #state: MapState;
  #geometry: Geometry;
  #reported: Camera | undefined;

  constructor(map: MapLibreMap, state: MapState, geometry: Geometry, reducedMotion: boolean, onIntent: (intent: Intent) => void) {
    this.#map = map;
    this.#state = state;
    this.#geometry = geometry;
    this.#reducedMotion = reducedMotion;
    this.#onIntent = onIntent;
    this.limitZoom();
    if (state.camera) this.#goTo(state.camera, false);
    else this.#frame(selectionTarget(state.view) ?? this.#home(), false);
    map.on('moveend', this.#moved);
  }

  destroy(): void {
    this.#map.off('moveend', this.#moved);
  }

  /** The whole region stays within reach, and little beyond it. To be called after a change of size. */
  limitZoom(): void {
    const whole = this.#map.cameraForBounds([...regionBox(this.#geometry)], { padding: this.#padding() });
    this.#map.setMinZoom(whole?.zoom === undefined ? null : Math.max(0, whole.zoom - ZOOM_OUT));
  }

  /** A camera that the address newly holds wins; else what is newly selected, or a new layout, is framed. */
  follow(state: MapState, geometry: Geometry): void {
    const before = this.#state;
    this.#state = state;
    this.#geometry = geometry;
    if (!samePadding(state.padding, before.padding)) this.limitZoom();
    if (state.camera && !alike(state.camera, before.camera) && !alike(state.camera, this.#reported) && !alike(state.camera, this.#camera())) {
      this.#reported = undefined;
      return this.#goTo(state.camera, true);
    }
    const selected = selectionKey(state.view);
    const target = selected !== '' && selected !== selectionKey(before.view) ? selectionTarget(state.view) : undefined;
    if (target) this.#frame(target, true);
    else if (state.view.layout.id !== before.view.layout.id) this.#frame(this.#home(), true);
  }

  flyTo(destination: Destination): void {
    this.#frame(destination, true);
  }

  jumpTo(destination: Destination): void {
    this.#frame(destination, false);
  }

  zoomFor(box: readonly [number, number, number, number]): number {
    return this.#map.cameraForBounds([...box], { padding: this.#padding(), maxZoom: MAX_FRAME_ZOOM })?.zoom ?? this.#map.getZoom();
  }

  #frame(destination: Destination, animate: boolean): void {
    const padding = this.#padding();
    const motion = { animate: animate && !this.#reducedMotion, duration: FLIGHT_MS };
    this.#map.stop();
    if (destination.length === 4) {
      this.#map.fitBounds([...destination], { padding, maxZoom: MAX_FRAME_ZOOM, ...motion }, OURS);
      return;
    }
    const offset: [number, number] = [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2];
    this.#map.easeTo({ center: [...destination], zoom: Math.max(this.#map.getZoom(), PLACE_ZOOM), offset, ...motion }, OURS);
  }

  /** A layout's area. On a narrow map what room is to spare is left below it, for what is enlarged there. */
  #home(): Destination {
    const [west, south, east, north] = layoutBox(this.#state.view.layout, this.#geometry);
    const { clientWidth, clientHeight } = this.#map.getContainer();
    if (clientWidth >= NARROW_MAP) return [west, south, east, north];
    const { top, right, bottom, left } = this.#padding();
    const perDegree = (clientWidth - left - right) / (east - west);
    const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180);
    return [west, Math.min(south, north - (clientHeight - top - bottom) / perDegree / stretch), east, north];
  }

  #goTo({ lon, lat, zoom }: Camera, animate: boolean): void {
    this.#map.stop();
    this.#map.easeTo({ center: [lon, lat], zoom, animate: animate && !this.#reducedMotion, duration: FLIGHT_MS }, OURS);
  }

  /** After the user has moved the map, and after a flight where the address holds a camera that it would make untrue. */
  readonly #moved = (event: object): void => {
    const byUser = 'originalEvent' in event && event.originalEvent !== undefined;
    if (!byUser && !('ours' in event && this.#state.camera)) return;
    const camera = this.#camera();
    if (alike(camera, this.#state.camera) || alike(camera, this.#reported)) return;
    this.#reported = camera;
    this.#onIntent({ type: 'camera', camera });
  };

  #camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { lon: Number(lng.toFixed(4)), lat: Number(lat.toFixed(4)), zoom: Number(this.#map.getZoom().toFixed(2)) };
  }

  #padding(): { top: number; right: number; bottom: number; left: number } {
    const { top, right, bottom, left } = this.#state.padding ?? NO_PADDING;
    const [side, end] = this.#map.getContainer().clientWidth < NARROW_MAP ? [NARROW_SIDE, NARROW_MARGIN] : [SIDE_MARGIN, MARGIN];
    return { top: top + end, right: right + side, bottom: bottom + end, left: left + side };
  }
}

/** Whether two cameras look the same, allowing for the rounding of addresses. */
function alike(a: Camera | undefined, b: Camera | undefined): boolean {
  if (!a || !b) return a === b;
  const degrees = 2 / 2 ** Math.max(a.zoom, b.zoom);
  return Math.abs(a.lon - b.lon) < degrees && Math.abs(a.lat - b.lat) < degrees && Math.abs(a.zoom - b.zoom) < 0.02;
}
