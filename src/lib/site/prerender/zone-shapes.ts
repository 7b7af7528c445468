import { geoMercator } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { prefectureOf } from '#lib/atlas/admin-units';
import { isMember } from '#lib/atlas/primary-zone';
import { areaPath, linePath } from '#lib/map/picture/pixel-paths';
import { topologyInPixels } from '#lib/map/picture/project-topology';
import type { Shape } from '#lib/map/picture/project-topology';
import type { AtlasData, Layout } from '#lib/schema/atlas';
import { readTopology } from './read-data';

/** Size of the drawing, px; about twice as large as it is shown (facts/ZoneShape.svelte). */
const [WIDTH, HEIGHT] = [120, 104];
const PAD = 2;

type Properties = { adcode: string; parent: string; areaKm2: number };

/**
 * Outlines as an SVG file of shapes to refer to, without any paint: `land`, `lines`, and one for each zone with members, by its id:
 * the counties that belong to it. A file of its own, so that pages in all languages share one copy and their HTML holds none.
 */
export function zoneShapes(data: AtlasData, layout: Layout): string {
  const source = readTopology('overview');
  const objects = source.objects as Record<string, GeometryCollection<Properties>>;
  const areas = (name: string) => (objects[name]?.geometries ?? []) as Shape<Properties>[];
  const inCity = layout.scope === 'city';
  const inside = areas('counties').filter(({ properties }) => !inCity || (properties && prefectureOf(properties) === layout.adcode));
  const projection = geoMercator().fitExtent(
    [
      [PAD, PAD],
      [WIDTH - PAD, HEIGHT - PAD]
    ],
    feature(source, { type: 'GeometryCollection', geometries: inside })
  );
  const pixels = topologyInPixels(source, (lon, lat) => projection([lon, lat]) ?? [0, 0]);
  const sections = inCity ? inside : areas('prefectures');
  const path = (id: string, d: string) => `<path id="${id}" d="${d}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>`,
    path('land', areaPath(merge(pixels, inside))),
    path('lines', linePath(mesh(pixels, { type: 'GeometryCollection', geometries: sections }, (a, b) => a !== b))),
    ...data.zones
      .filter((zone) => zone.layout === layout.id)
      .flatMap((zone) => {
        const members = inside.filter(({ properties }) => properties && isMember(zone, properties));
        return members.length > 0 ? [path(zone.id, areaPath(merge(pixels, members)))] : [];
      }),
    '</defs></svg>\n'
  ].join('\n');
}
