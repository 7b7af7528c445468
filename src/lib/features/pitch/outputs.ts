import { topologyOf } from '#lib/atlas/load-topology';
import type { Topologies } from '#lib/atlas/load-topology';
import type { Atlas } from '#lib/atlas/atlas';
import type { Pitch } from './build';
import type { Logo } from './editor/read-picture';
import { pitchTitle } from './text';
import type { Address } from './text';
import { settings } from '#lib/design/page/settings';
import { approvedPicture, mapKind } from './map-kind';
import type { Approved } from './map-kind';
import * as m from '#lib/paraglide/messages';
import { saveFile } from '#lib/design/browser/save-file';
import { fileName } from './file-name';

/* What a pitch is taken away as. The code that writes files is loaded when it is asked for. */

export type Output = Readonly<{ atlas: Atlas; topologies: Topologies; pitch: Pitch; logo: Logo | undefined; approved: Approved | undefined; address: Address }>;
export type Table = 'xlsx' | 'csv' | 'geojson';

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** @returns name of the file, number of slides and those that could not be made in full @throws DOMException AbortError when cancelled */
export async function saveDeck(output: Output, progress: (done: number, all: number, slide: string | undefined) => void, signal: AbortSignal) {
  const { atlas, topologies, pitch, logo, approved, address } = output;
  const [{ buildDeck }, { mapPicture }, { schematicPicture }, { rasterize }] = await Promise.all([
    import('./deck/build-deck'),
    import('#lib/map/picture/compose'),
    import('#lib/map/picture/schematic'),
    import('#lib/map/picture/rasterize')
  ]);
  const { file, slides, problems } = await buildDeck({
    atlas,
    pitch,
    siteName: m.site_name(),
    address,
    logo,
    progress,
    signal,
    maps: mapKind(pitch.state.audience, settings.mapApproval, approved),
    drawMap: async ({ kind, layout, zones, width, height, furniture }) => {
      if (kind === 'approved' && approved) {
        const whole = approvedPicture(approved, width);
        return { data: await dataUrl(await rasterize(whole.svg, width, whole.height)), width, height: whole.height };
      }
      if (kind !== 'map') {
        const svg = schematicPicture(atlas, { layout, zones, width, height, scale: 1.5 });
        return { data: await dataUrl(await rasterize(svg, width, height)), width, height };
      }
      const svg = mapPicture(atlas, topologyOf(atlas, topologies, layout), {
        layout,
        zones,
        width,
        height,
        day: pitch.day,
        scale: 1.5,
        furniture,
        approval: settings.mapApproval
      });
      const png = await rasterize(svg, width, height);
      return { data: await dataUrl(png), width, height };
    }
  });
  const name = fileName(pitchTitle(pitch), 'pptx');
  saveFile(new Blob([file as Uint8Array<ArrayBuffer>], { type: PPTX }), name);
  return { name, slides, problems };
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error(blob.type));
    reader.readAsDataURL(blob);
  });

/** @returns name of the file */
export async function saveTable({ atlas, topologies, pitch, address }: Output, table: Table): Promise<string> {
  const { pitchCsv, pitchGeoJson, pitchXlsx } = await import('./deck/data-files');
  const name = fileName(pitchTitle(pitch), table);
  switch (table) {
    case 'xlsx':
      saveFile(await pitchXlsx(atlas, pitch, address), name);
      break;
    case 'csv':
      saveFile(new Blob([pitchCsv(atlas, pitch, address)], { type: 'text/csv;charset=utf-8' }), name);
      break;
    case 'geojson':
      saveFile(new Blob([pitchGeoJson(atlas, pitch, topologies.overview, address)], { type: 'application/geo+json' }), name);
  }
  return name;
}
