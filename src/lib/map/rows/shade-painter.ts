import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl';
import type { Geometry } from '../layers/geometry';
import type { UnitShades } from './drawing';
import { countySource, SHADES_BEFORE, shadeLayer, shadeLayerId } from './shade-layers';

const SOURCES: readonly UnitShades['source'][] = ['counties', 'zones'];

/** Fills districts or zones with a reader's own figures; the districts and the layers are added once there is something to fill. */
export class ShadePainter {
  #painted: UnitShades | undefined;
  #counties: Geometry['counties'] | undefined;

  /** To be called after the scene, which forgets the state of zones when they change. */
  apply(map: MapLibreMap, shades: UnitShades | undefined, { counties }: Geometry): void {
    const before = this.#painted;
    if (!before && !shades) return;
    if (!this.#counties) map.addSource('counties', countySource(counties));
    else if (this.#counties !== counties) void map.getSource<GeoJSONSource>('counties')?.setData(counties);
    this.#counties = counties;
    for (const source of SOURCES) {
      if (!map.getLayer(shadeLayerId(source)))
        map.addLayer(
          shadeLayer(source),
          SHADES_BEFORE.find((id) => map.getLayer(id))
        );
    }
    if (before)
      for (const id of before.colours.keys())
        if (before.source !== shades?.source || !shades.colours.has(id)) map.setFeatureState({ source: before.source, id }, { own: null });
    if (shades) for (const [id, own] of shades.colours) map.setFeatureState({ source: shades.source, id }, { own });
    this.#painted = shades;
  }
}
