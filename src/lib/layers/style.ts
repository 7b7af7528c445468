import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection } from 'geojson';
import type { ExplorerView } from '../domain/view';
import type { MapTokens } from '../theme/tokens';
import { baseLayers } from './base-layers';
import type { Geometry } from './geometry';
import { labelLayers } from './label-layers';
import type { Locale } from './label-layers';
import { labelPoints } from './labels';
import { GROUND, LAYER_ORDER, SCHEMATIC } from './order';
import type { SourceId } from './order';
import { ringLayers } from './place-layers';
import { placeFeatures, placeRings } from './places';
import { schematicLayers } from './schematic-layers';
import { schematicFeatures, schematicLabels } from './schematics';
import { selectionFeatures, zoneFeatures } from './zone-features';
import { zoneLayers } from './zone-layers';

export type SourceData = Readonly<Record<SourceId, FeatureCollection | Feature>>;

/** Sources whose features are told apart by a property, for feature state. */
const PROMOTED: Partial<Record<SourceId, string>> = { counties: 'adcode', prefectures: 'adcode', zones: 'id', schematics: 'id', 'schematic-labels': 'id' };
/** The boundary data resolves a few dozen metres: deeper tiles would show no more. */
const MAX_TILE_ZOOM = 12;

const same = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, i) => item === b[i]);

/**
 * Makes the data of every source and keeps what has not changed, for each layout, so that the caller can tell by
 * identity what to upload again, and coming back to a layout costs little.
 */
export function createSourceBuilder(): (view: ExplorerView, geometry: Geometry) => SourceData {
  const remembered = new Map<string, { inputs: readonly unknown[]; made: FeatureCollection | Feature }>();
  const keep = <T extends FeatureCollection | Feature>(id: string, inputs: readonly unknown[], make: () => T): T => {
    const known = remembered.get(id);
    if (known && same(known.inputs, inputs)) return known.made as T;
    const made = make();
    remembered.set(id, { inputs, made });
    return made;
  };
  return (view, geometry) => {
    const zones = view.zones.map(({ zone }) => zone);
    const places = view.places.flatMap(({ place, active, selected }) => [place, active, selected]);
    return {
      context: geometry.context,
      province: geometry.province,
      water: geometry.water,
      counties: geometry.counties,
      prefectures: geometry.prefectures,
      'county-lines': geometry.countyLines,
      'prefecture-lines': geometry.prefectureLines,
      'province-lines': geometry.provinceLines,
      zones: keep(`zones/${view.layout.id}`, [geometry, ...zones], () => zoneFeatures(view.zones, geometry)),
      selection: keep('selection', [geometry, selectionKey(view)], () => selectionFeatures(view, geometry)),
      schematics: keep(`schematics/${view.layout.id}`, [geometry, ...zones], () => schematicFeatures(view.zones, geometry)),
      'schematic-labels': keep(`schematic-labels/${view.layout.id}`, [geometry, ...zones, ...view.zones.map(({ active }) => active)], () =>
        schematicLabels(view, geometry)
      ),
      rings: keep('rings', places, () => placeRings(view.places)),
      places: keep('places', places, () => placeFeatures(view.places)),
      'label-points': keep(`label-points/${view.layout.id}`, [geometry, view.layout, ...zones], () =>
        labelPoints(geometry, view.layout, new Set(zones.flatMap(({ units }) => units)))
      )
    };
  };
}

function selectionKey({ selection }: ExplorerView): string {
  switch (selection?.kind) {
    case undefined:
    case 'place':
      return '';
    case 'zone':
      return selection.zone.id;
    case 'unit':
      return selection.unit.adcode;
  }
}

export type Shown = Readonly<{
  /** false over an online basemap, which brings its own */
  ground?: boolean;
  /** false under a reader's own rows */
  schematic?: boolean;
}>;

/** All layers, in the one order. */
export function buildLayers(tokens: MapTokens, locale: Locale, { ground = true, schematic = true }: Shown = {}): LayerSpecification[] {
  const made = [...baseLayers(tokens), ...zoneLayers(tokens), ...schematicLayers(tokens), ...ringLayers(tokens), ...labelLayers(tokens, locale)];
  const layers = new Map(made.map((layer) => [layer.id, layer]));
  return LAYER_ORDER.flatMap((id) => {
    const layer = layers.get(id);
    if (!layer) throw new Error(`Layer ${id} is in the order, but nothing makes it.`);
    if (!ground && GROUND.includes(id)) return [];
    return [!schematic && SCHEMATIC.includes(id) ? hidden(layer) : layer];
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
