import type { MultiLineString } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { lightTokens } from '#lib/design/tokens/light-tokens';
import { decodeGeometry } from '../layers/geometry';
import type { Geometry, UnitProperties } from '../layers/geometry';
import { pathsWithin, pathTag } from './clipped-path';
import { fitFrame, levelOf } from './frame';
import type { Bounds, Frame } from './frame';
import { topologyInPixels } from './project-topology';
import { tag } from './xml';

/** Land, water and borders of some bounds, before anything is said of them; what is filled goes between its parts. */
export type BaseMap = Readonly<{
  frame: Frame;
  geometry: Geometry;
  /** the same in degrees */
  source: Geometry;
  /** path data of a shape of `geometry` */
  draw: ReturnType<typeof pathsWithin>;
  /** sea and land */
  under: string;
  waters: string;
  lines: string;
}>;

/** Kept free around what is to be seen, units. */
const MARGIN = 26;

/** Attributes of a line. */
export const penLine = (colour: string, width: number) => ({ fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linejoin': 'round' as const });

/**
 * Put the boundaries on a picture that some bounds fill.
 * @param u size of a unit, px
 * @param within a prefecture, or the province, to keep to its own lines: those between counties elsewhere are left out
 */
export function baseMap(topology: Topology, bounds: Bounds, width: number, height: number, u: number, within?: string): BaseMap {
  const tokens = lightTokens();
  const frame = fitFrame(bounds, width, height, MARGIN * u);
  const geometry = decodeGeometry(topologyInPixels(topology, frame.project));
  const draw = pathsWithin(width, height, 24 * u);
  const water = geometry.water.features.map((feature) =>
    feature.properties.kind === 'river'
      ? pathTag(draw(feature), { ...penLine(tokens.water, 3 * u), 'stroke-linecap': 'round' })
      : pathTag(draw(feature), { fill: feature.properties.kind === 'estuary' ? tokens.sea : tokens.water })
  );
  const counties = within === undefined ? geometry.countyLines : linesWithin(geometry, within);
  return {
    frame,
    geometry,
    source: decodeGeometry(topology),
    draw,
    under: [
      tag('rect', { width, height, fill: tokens.sea }),
      pathTag(draw(geometry.context), { fill: tokens.context, stroke: tokens.county, 'stroke-width': 0.8 * u }),
      pathTag(draw(geometry.province), { fill: tokens.land })
    ].join(''),
    waters: water.join(''),
    lines: [
      pathTag(draw(counties), penLine(tokens.county, (levelOf(bounds) === 'county' ? 1.1 : 0.7) * u)),
      pathTag(draw(geometry.prefectureLines), penLine(tokens.prefecture, 1.3 * u)),
      pathTag(draw(geometry.provinceLines), penLine(tokens.province, 1.6 * u))
    ].join('')
  };
}

/** Lines between counties of one prefecture. */
function linesWithin({ topology }: Geometry, prefecture: string): MultiLineString {
  const counties = (topology.objects.counties as GeometryCollection<UnitProperties> | undefined)?.geometries ?? [];
  const all = counties.filter(({ properties }) => (properties as UnitProperties | undefined)?.parent === prefecture);
  return mesh(topology, { type: 'GeometryCollection', geometries: all }, (a, b) => a !== b);
}
