import { topologyOf } from '#lib/atlas/load-topology';
import type { Topologies } from '#lib/atlas/load-topology';
import type { Atlas } from '#lib/atlas/atlas';
import { settings } from '#lib/design/page/settings';
import { approvedPicture } from './map-kind';
import type { Approved, MapKind } from './map-kind';

/** A map for a sheet: its blob URL, or why there is none. */
export type SheetMap = Readonly<{ url: string } | { failed: string }>;
export type Wanted = Readonly<{
  key: string;
  kind: MapKind;
  layout: string;
  zones: readonly string[];
  width: number;
  height: number;
  scale: number;
  furniture: boolean;
}>;

/** Maps of the sheets as pictures (SVG in blob URLs), drawn once each; the drawing code is loaded with the first. */
export class SheetMaps {
  drawn = $state.raw<Readonly<Record<string, SheetMap>>>({});
  #asked = new Set<string>();

  async draw(atlas: Atlas, topologies: Topologies, day: string, wanted: readonly Wanted[], approved: Approved | undefined): Promise<void> {
    const fresh = wanted.filter(({ key }) => !this.#asked.has(key));
    if (fresh.length === 0) return;
    for (const { key } of fresh) this.#asked.add(key);
    const [{ mapPicture }, { schematicPicture }] = await Promise.all([import('#lib/map/picture/compose'), import('#lib/map/picture/schematic')]);
    for (const { key, kind, layout, zones, width, height, scale, furniture } of fresh) {
      // a picture at a time: the page stays responsive
      await new Promise((resolve) => setTimeout(resolve));
      this.drawn = {
        ...this.drawn,
        [key]: make(() => {
          if (kind === 'approved' && approved) return approvedPicture(approved, width).svg;
          if (kind !== 'map') return schematicPicture(atlas, { layout, zones, width, height, scale: 1.15 });
          return mapPicture(atlas, topologyOf(atlas, topologies, layout), {
            layout,
            zones,
            width,
            height,
            scale,
            day,
            furniture,
            approval: settings.mapApproval
          });
        })
      };
    }
  }

  close(): void {
    for (const map of Object.values(this.drawn)) if ('url' in map) URL.revokeObjectURL(map.url);
    this.drawn = {};
    this.#asked.clear();
  }
}

function make(draw: () => string): SheetMap {
  try {
    return { url: URL.createObjectURL(new Blob([draw()], { type: 'image/svg+xml' })) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
