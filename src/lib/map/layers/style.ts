import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { zonePlaces } from '#lib/atlas/atlas';
import type { ExplorerView } from '#lib/atlas/view';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { baseLayers } from './base';
import type { Geometry } from './geometry';
import { groundFeatures } from './ground';
import { labelLayers } from './names';
import type { Locale } from './names';
import { labelPoints } from './labels';
import { GROUND, LAYER_ORDER, SCHEMATIC, SOURCE_IDS } from './order';
import type { SourceId } from './order';
import { placeFeatures } from './places';
import { selectionFeatures, zoneFeatures } from './zone-features';
import { zoneLayers } from './zones';

export type SourceData = Readonly<Record<SourceId, FeatureCollection>>;

/** Sources whose features are told apart by a property, for feature state. */
const PROMOTED: Partial<Record<SourceId, string>> = { zones: 'id', places: 'id', 'label-points': 'id' };
/** The boundary data resolves a few dozen metres: deeper tiles would show no more. */
export const MAX_TILE_ZOOM = 12;

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** Whether two lists hold the same things in the same order. */
export const same = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, i) => item === b[i]);

/** So many states of a layout are kept: one can go back from a filter or a selection. */
const KEPT = 6;

/**
 * Makes the data of every source and keeps what was made, for each layout, so that the caller can tell by
 * identity what to upload again, and coming back to a layout, from a filter or from a selection costs little.
 */
export function createSourceBuilder(): (view: ExplorerView, geometry: Geometry) => SourceData {
  const remembered = new Map<string, Readonly<{ inputs: readonly unknown[]; made: FeatureCollection }>[]>();
  const keep = <T extends FeatureCollection>(id: string, inputs: readonly unknown[], make: () => T): T => {
    const kept = remembered.get(id) ?? [];
    const known = kept.find((one) => same(one.inputs, inputs)) ?? { inputs, made: make() };
    remembered.set(id, [known, ...kept.filter((one) => one !== known)].slice(0, KEPT));
    return known.made as T;
  };
  return (view, geometry) => {
    // a zone that is filtered out leaves its ground to the next
    const zones = view.zones.flatMap(({ zone, active }) => [zone, active]);
    const places = view.places.flatMap(({ place, active, selected }) => [place, active, selected]);
    const named = view.selection?.kind === 'zone' ? view.selection.zone : undefined;
    return {
      ground: keep('ground', [geometry], () => groundFeatures(geometry)),
      zones: keep(`zones/${view.layout.id}`, [geometry, view.stacked, ...zones], () => zoneFeatures(view, geometry)),
      selection: keep('selection', [geometry, selectionKey(view)], () => selectionFeatures(view, geometry)),
      hover: NOTHING,
      places: keep('places', [named, ...places], () => placeFeatures(view.places, named && new Set(zonePlaces(named)))),
      'label-points': keep(`label-points/${view.layout.id}`, [geometry, view.layout, view.stacked, named, ...zones, ...places], () =>
        labelPoints(geometry, view)
      )
    };
  };
}

function selectionKey({ selection }: ExplorerView): string {
  switch (selection?.kind) {
    case undefined:
    case 'zone':
      return '';
    case 'place':
      return selection.place.id;
    case 'unit':
      return selection.unit.adcode;
  }
}

export type Shown = Readonly<{
  /** false over an online basemap, which brings its own */
  ground?: boolean;
  /** false under a reader's own rows: no lines of pairs over them, no counts of ours beside them */
  schematic?: boolean;
  /** sources without features: their layers would cost a mask of the whole screen in every frame */
  empty?: ReadonlySet<string>;
}>;

const NO_SOURCES: ReadonlySet<string> = new Set();

export const emptySources = (data: SourceData): Set<string> => new Set(SOURCE_IDS.filter((id) => data[id].features.length === 0));

/** All layers, in the one order. */
export function buildLayers(tokens: MapTokens, locale: Locale, { ground = true, schematic = true, empty = NO_SOURCES }: Shown = {}): LayerSpecification[] {
  const made = [...baseLayers(tokens), ...zoneLayers(tokens), ...labelLayers(tokens, locale, schematic)];
  const layers = new Map(made.map((layer) => [layer.id, layer]));
  return LAYER_ORDER.flatMap((id) => {
    const layer = layers.get(id);
    if (!layer) throw new Error(`Layer ${id} is in the order, but nothing makes it.`);
    if (!ground && GROUND.includes(id)) return [];
    const shown = (schematic || !SCHEMATIC.includes(id)) && !('source' in layer && empty.has(layer.source));
    return [shown ? layer : hidden(layer)];
  });
}

const hidden = (layer: LayerSpecification) => ({ ...layer, layout: { ...layer.layout, visibility: 'none' } }) as LayerSpecification;

/** The style as MapLibre takes it: no glyphs, no sprite, nothing from elsewhere. */
export function buildStyle(data: SourceData, layers: readonly LayerSpecification[]): StyleSpecification {
  const sources = Object.entries(data).map(([id, value]): [string, GeoJSONSourceSpecification] => {
    const promoteId = PROMOTED[id as SourceId];
    return [id, { type: 'geojson', data: value, maxzoom: MAX_TILE_ZOOM, ...(promoteId ? { promoteId } : {}) }];
  });
  return { version: 8, sources: Object.fromEntries(sources), layers: [...layers] };
}
