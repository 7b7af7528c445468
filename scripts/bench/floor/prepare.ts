import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { indexAtlas } from '#lib/atlas/atlas';
import { deriveView } from '#lib/atlas/view';
import { lightTokens } from '#lib/design/tokens/light-tokens';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { decodeGeometry } from '#lib/map/layers/geometry';
import { buildLayers, buildStyle, createSourceBuilder, emptySources } from '#lib/map/layers/style';
import { layoutBox } from '#lib/map/runtime/framing';
import { readAtlas, readTopology } from '#lib/site/prerender/read-data';

/** All that the start page's map draws, ready made; runs in Node while the page is built. */
export type Floor = Readonly<{
  style: StyleSpecification;
  /** what its images are painted with */
  tokens: MapTokens;
  /** what it frames, [west, south, east, north] in degrees */
  box: readonly [number, number, number, number];
}>;

/** The first view of the start page, by the code that makes it there. */
export function prepare(): Floor {
  const atlas = indexAtlas(readAtlas());
  const { defaultLayout } = atlas.data.index;
  const day = new Date().toISOString().slice(0, 10);
  const view = deriveView(atlas, { layout: defaultLayout, hiddenTiers: [], hiddenKinds: [] }, day);
  const geometry = decodeGeometry(readTopology('overview'));
  const data = createSourceBuilder()(view, geometry);
  const tokens = lightTokens();
  return { style: buildStyle(data, buildLayers(tokens, 'zh', { empty: emptySources(data) })), tokens, box: layoutBox(view.layout, geometry) };
}
