import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl';
import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { diffLayers } from '../layers/diff';
import { emphasisOf } from '../layers/emphasis';
import type { Emphasis } from '../layers/emphasis';
import type { Geometry } from '../layers/geometry';
import { buildLayers, buildStyle, createSourceBuilder, emptySources, same } from '../layers/style';
import type { SourceData } from '../layers/style';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { IMAGE_RATIO, paintImage } from './paint-image';
import type { MapState } from './mount-options';

/** Sources whose zones are drawn by their emphasis: grounds, and names. */
const BY_EMPHASIS = ['zones', 'label-points'] as const;
/** Zones behind a reader's own rows: as faint as behind a selection. */
const receding = (emphasis: ReadonlyMap<string, Emphasis>): Map<string, Emphasis> =>
  new Map([...emphasis].map(([id, level]) => [id, level === 'normal' ? 'dim' : level]));

/** What MapLibre draws of a state, and how to bring a map that draws another state up to it. */
export class Scene {
  readonly #build = createSourceBuilder();
  readonly #ground: boolean;
  #data: SourceData;
  #layers: LayerSpecification[];
  #look: readonly unknown[];
  #tokens: MapTokens | undefined;
  #emphasis: ReadonlyMap<string, Emphasis> = new Map();

  /** @param ground false over an online basemap */
  constructor(state: MapState, geometry: Geometry, ground: boolean) {
    this.#ground = ground;
    this.#data = this.#build(state.view, geometry);
    this.#look = this.#lookOf(state, this.#data);
    this.#layers = this.#layersOf(state, this.#data);
  }

  get style(): StyleSpecification {
    return buildStyle(this.#data, this.#layers);
  }

  /** What names on the map are made from: the same as long as they are. */
  get names(): readonly unknown[] {
    return [this.#data['label-points'], this.#data.places, this.#layers];
  }

  /** Bring the map up to a state; its style must have loaded. Costs only what differs. */
  apply(map: MapLibreMap, state: MapState, geometry: Geometry): void {
    this.#applyImages(map, state.tokens);
    const data = this.#build(state.view, geometry);
    for (const [id, value] of Object.entries(data)) {
      if (value !== this.#data[id as keyof SourceData]) void map.getSource<GeoJSONSource>(id)?.setData(value);
    }
    const look = this.#lookOf(state, data);
    if (!same(look, this.#look)) {
      const layers = this.#layersOf(state, data);
      for (const { layer, kind, property, value } of diffLayers(this.#layers, layers)) {
        if (kind === 'paint') map.setPaintProperty(layer, property as never, value as never);
        else map.setLayoutProperty(layer, property as never, value as never);
      }
      this.#layers = layers;
      this.#look = look;
    }
    this.#data = data;
    const emphasis = emphasisOf(state.view, state.pointed);
    this.#applyEmphasis(map, state.own ? receding(emphasis) : emphasis);
  }

  /** All that layers are made from. */
  #lookOf({ tokens, locale, own }: MapState, data: SourceData): readonly unknown[] {
    return [tokens, locale, own !== undefined, ...emptySources(data)];
  }

  // lines between pairs would lie over a reader's rows: the zones' ground stays, faintly
  #layersOf({ tokens, locale, own }: MapState, data: SourceData): LayerSpecification[] {
    return buildLayers(tokens, locale, { ground: this.#ground, schematic: !own, empty: emptySources(data) });
  }

  /** Images are drawn when the map first asks for them, and drawn again in other colours. */
  #applyImages(map: MapLibreMap, tokens: MapTokens): void {
    if (tokens === this.#tokens) return;
    if (!this.#tokens) map.setMissingStyleImageResolver((id) => this.#addImage(map, id));
    this.#tokens = tokens;
    for (const id of map.listImages()) {
      const image = paintImage(id, tokens);
      if (image) map.updateImage(id, image);
    }
  }

  #addImage(map: MapLibreMap, id: string): void {
    const image = this.#tokens && paintImage(id, this.#tokens);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: IMAGE_RATIO });
  }

  /** What is as usual has no state: MapLibre reads each tile of a source that has any on the page's own thread. */
  #applyEmphasis(map: MapLibreMap, emphasis: ReadonlyMap<string, Emphasis>): void {
    for (const id of new Set([...this.#emphasis.keys(), ...emphasis.keys()])) {
      const [before = 'normal', level = 'normal'] = [this.#emphasis.get(id), emphasis.get(id)];
      if (before === level) continue;
      for (const source of BY_EMPHASIS) {
        if (level === 'normal') map.removeFeatureState({ source, id });
        else map.setFeatureState({ source, id }, { emphasis: level });
      }
    }
    this.#emphasis = emphasis;
  }
}
