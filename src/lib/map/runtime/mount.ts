import type { MapLibreMap } from 'maplibre-gl';
import type { Camera } from '#lib/atlas/state';
import { decodeGeometry } from '../layers/geometry';
import type { Geometry } from '../layers/geometry';
import { TILED_SOURCE } from '../layers/tiled-points';
import { loadAssets } from './assets';
import { createMap } from './create';
import { CutNames } from './cut-names';
import { regionBox } from './framing';
import { samePadding } from './mount-options';
import type { MapOptions, MapState, MountedMap } from './mount-options';
import type { RowOverlay } from '../rows/overlay';
import { ShadePainter } from '../rows/shade-painter';
import { Pilot } from './pilot';
import { listenToPointer } from './pointer';
import { Scene } from './scene';
import type { TiledPoints } from './points-source';

/**
 * Show a state on an interactive map that fills the container.
 * `container.dataset.state` says `busy` or `idle`.
 * @throws MapUnavailable without WebGL 2
 */
export function mountMap(container: HTMLElement, options: MapOptions): MountedMap {
  let state: MapState = options;
  let mounted = new MapOnScreen(container, options, state);
  let destroyed = false;

  // MapLibre would restore its own style but neither deck's layers nor feature state: begin again where we were
  const restart = () => {
    if (destroyed) return;
    const { camera } = mounted;
    mounted.destroy();
    try {
      mounted = new MapOnScreen(container, options, { ...state, camera });
      mounted.onContextRestored = restart;
      mounted.update(state);
    } catch (error) {
      options.onError(error);
    }
  };
  mounted.onContextRestored = restart;

  return {
    update: (change) => {
      state = { ...state, ...change };
      mounted.update(state);
    },
    resize: () => void mounted.map.resize(),
    flyTo: (destination) => mounted.pilot.flyTo(destination),
    zoomFor: (box) => mounted.pilot.zoomFor(box),
    jumpTo: (destination) => mounted.pilot.jumpTo(destination),
    zoom: () => mounted.camera.zoom,
    project: ([lon, lat]) => mounted.map.project([lon, lat]),
    box: () => mounted.box,
    picture: () => mounted.picture(),
    destroy: () => {
      destroyed = true;
      mounted.destroy();
    }
  };
}

/** One map in one WebGL context, from opening to closing. */
class MapOnScreen {
  readonly map: MapLibreMap;
  readonly pilot: Pilot;
  onContextRestored: () => void = () => undefined;
  readonly #container: HTMLElement;
  readonly #options: MapOptions;
  readonly #scene: Scene;
  readonly #shades = new ShadePainter();
  readonly #stopListening: () => void;
  #state: MapState;
  #geometry: Geometry;
  readonly #load: Promise<unknown>;
  #overlay: RowOverlay | undefined;
  #overlayComing = false;
  #tiles: TiledPoints | undefined;
  readonly #cut = new CutNames();
  #loaded = false;
  #lost = false;
  /** parts still to come that would change the picture by themselves */
  #coming = 0;
  #destroyed = false;

  constructor(container: HTMLElement, options: MapOptions, state: MapState) {
    this.#container = container;
    this.#options = options;
    this.#state = state;
    this.#geometry = decodeGeometry(state.topologies.focus ?? state.topologies.overview);
    this.#scene = new Scene(state, this.#geometry, !options.basemapStyleUrl);
    const reducedMotion = options.reducedMotion ?? false;
    this.map = createMap(container, {
      ...options,
      locale: state.locale,
      reducedMotion,
      style: this.#scene.style,
      region: regionBox(this.#geometry)
    });
    this.#load = Promise.all([this.map.once('load'), loadAssets()]);
    this.#busy();
    this.pilot = new Pilot(this.map, state, this.#geometry, reducedMotion, options.onIntent);
    this.#stopListening = listenToPointer(this.map, {
      view: () => this.#state.view,
      locale: () => this.#state.locale,
      geometry: () => this.#geometry,
      onIntent: options.onIntent,
      onHover: (hover) => options.onHover?.(hover),
      onPoint: options.onPoint
    });
    this.#placeControls();
    this.map.on('error', ({ error, ...event }) => ('sourceId' in event && event.sourceId === TILED_SOURCE ? options.onTilesError : options.onError)?.(error));
    this.map.on('movestart', this.#busy);
    this.map.on('move', () => options.onMove?.());
    this.map.on('idle', this.#idle);
    this.map.on('resize', () => this.pilot.limitZoom());
    this.map.on('webglcontextlost', this.#lose);
    this.map.on('webglcontextrestored', () => setTimeout(() => this.onContextRestored()));
    this.map.once('style.load', () => {
      this.#loaded = true;
      this.#scene.apply(this.map, this.#state, this.#geometry);
      this.#shades.apply(this.map, this.#state.own?.shades, this.#geometry);
      void this.#applyTiles();
    });
    void this.#await(() => this.#load);
    void this.#applyOwn();
  }

  get camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { lon: lng, lat, zoom: this.map.getZoom() };
  }

  get box(): [number, number, number, number] {
    return this.map.getBounds().toArray().flat() as [number, number, number, number];
  }

  update(state: MapState): void {
    const before = this.#state;
    if (state.topologies !== before.topologies) this.#geometry = decodeGeometry(state.topologies.focus ?? state.topologies.overview);
    this.#state = state;
    if (this.#lost) return;
    if (!samePadding(state.padding, before.padding)) this.#placeControls();
    this.pilot.follow(state, this.#geometry);
    if (!this.#loaded) return;
    this.#busy();
    this.#scene.apply(this.map, state, this.#geometry);
    this.#shades.apply(this.map, state.own?.shades, this.#geometry);
    void this.#applyOwn();
    void this.#applyTiles();
    this.map.triggerRepaint();
  }

  /** The buffer can be read only in the task that it is drawn in. */
  picture(): OffscreenCanvas {
    const drawn = this.map.redraw().getCanvas();
    const copy = new OffscreenCanvas(drawn.width, drawn.height);
    copy.getContext('2d')?.drawImage(drawn, 0, 0);
    return copy;
  }

  destroy(): void {
    this.#destroyed = true;
    this.#stopListening();
    this.pilot.destroy();
    this.#removeOverlay();
    this.map.remove();
    delete this.#container.dataset.state;
  }

  /** The map rests only when what comes late is there, or has failed to come. */
  async #await(part: () => Promise<unknown>): Promise<void> {
    this.#coming += 1;
    try {
      await part();
    } catch (error) {
      if (!this.#destroyed) this.#options.onError(error);
    }
    this.#coming -= 1;
    if (!this.#destroyed) this.map.triggerRepaint();
  }

  /** Most maps have no rows of a reader's own, and need not fetch deck, which draws them. Added before `load`, its layers would cover the labels. */
  async #applyOwn(): Promise<void> {
    if (this.#overlay) return this.#overlay.apply(this.#state.own);
    if (!this.#state.own || this.#overlayComing) return;
    this.#overlayComing = true;
    await this.#await(async () => {
      const [{ RowOverlay: Overlay }] = await Promise.all([import('../rows/overlay'), this.#load]);
      if (this.#destroyed || this.#lost) return;
      const overlay = new Overlay(() => this.map.getCanvas().style.cursor);
      this.map.addControl(overlay.control);
      overlay.apply(this.#state.own);
      this.#overlay = overlay;
    });
    this.#overlayComing = false;
  }

  /** Most maps have no such layer, and need not fetch what reads it. */
  async #applyTiles(): Promise<void> {
    if (!this.#tiles && !this.#state.tiles) return;
    try {
      const { TiledPoints: Tiled } = await import('./points-source');
      if (this.#destroyed) return;
      this.#tiles ??= new Tiled(this.map);
      this.#busy();
      this.#tiles.apply(this.#state.tiles, this.#state.tokens);
    } catch (error) {
      if (!this.#destroyed) this.#options.onTilesError?.(error);
    }
  }

  /** Without its context the map has no style to change; what is to be shown meanwhile is shown by the next one. */
  readonly #lose = (): void => {
    this.#lost = true;
    this.#busy();
    this.#removeOverlay();
    this.#options.onLost?.();
  };

  #removeOverlay(): void {
    if (this.#overlay) this.map.removeControl(this.#overlay.control);
    this.#overlay?.destroy();
    this.#overlay = undefined;
  }

  readonly #busy = (): unknown => (this.#container.dataset.state = 'busy');

  readonly #idle = (): void => {
    if (this.#coming > 0 || this.#lost || this.#hideCut()) return;
    this.#container.dataset.state = 'idle';
    if (this.#tiles) this.#container.dataset.tiled = JSON.stringify(this.#tiles.count());
    this.#options.onIdle?.();
    // what is put over a map that rests covers names, too; what has begun to change meanwhile is looked at when it rests again
    requestAnimationFrame(() => this.#container.dataset.state === 'idle' && this.#hideCut());
  };

  readonly #hideCut = (): boolean => this.#cut.hide(this.map, this.#state.padding, this.#scene.names);

  /** Keeps scale, attribution and buttons out from under what covers the map. Set through CSSOM, which a strict CSP allows. */
  #placeControls(): void {
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.#state.padding ?? {};
    for (const corner of this.#container.querySelectorAll<HTMLElement>('.maplibregl-control-container > *')) {
      corner.style.margin = `${top}px ${right}px ${bottom}px ${left}px`;
    }
  }
}
