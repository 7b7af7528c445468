import type { Feature, FeatureCollection, Point } from 'geojson';
import { badgesOf } from '#lib/atlas/primary-zone';
import { shortChinese, shortEnglish } from '#lib/atlas/short-name';
import type { ExplorerView } from '#lib/atlas/view';
import type { Geometry } from './geometry';
import { rowImage } from './images';

/** Font families tried in turn; without `glyphs` in the style, MapLibre draws every letter from the reader's own fonts. */
export const FONT_STACK = ['system-ui', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'];

/**
 * Label points of prefectures, counties and water. Units that a zone counts as members are marked with the zones that they
 * belong to; a city's own name is left out where the whole map is about it.
 */
export function labelPoints({ counties, prefectures, water }: Geometry, { layout, zones }: Pick<ExplorerView, 'layout' | 'zones'>): FeatureCollection<Point> {
  const upper = prefectures.features.filter(({ properties }) => layout.scope !== 'city' || properties.adcode !== layout.adcode);
  // what is in both layers needs a name at the zooms of either
  const labelled = [...upper.map((unit) => ({ ...unit, level: 'prefecture' })), ...counties.features.map((unit) => ({ ...unit, level: 'county' }))];
  const areas = counties.features.map(({ properties }) => properties);
  const active = zones.flatMap((entry) => (entry.active ? [entry.zone] : []));
  const units = labelled.map(({ properties: unit, level }): Feature<Point> => {
    const badges = badgesOf(active, unit, areas);
    const member = badges.length > 0;
    const { nameZh, areaKm2 } = unit;
    // few enough to be named on a small window too; all counties of a province would not be
    const early = member && layout.scope === 'city';
    const rows = { rowZh: rowImage(badges, 'zh'), rowEn: rowImage(badges, 'en') };
    const properties = { level, nameZh: shortChinese(nameZh), nameEn: shortEnglish(unit.nameEn), areaKm2, member, early, ...rows };
    return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [unit.labelLon, unit.labelLat] } };
  });
  return { type: 'FeatureCollection', features: [...units, ...water.features.flatMap(waterLabel)] };
}

/** A lake's name stands in the middle of its box; bays are too bent for that, and a river's name follows its line. */
function waterLabel({ properties, geometry }: Geometry['water']['features'][number]): Feature<Point>[] {
  if (properties.kind !== 'lake' || geometry.type === 'LineString' || geometry.type === 'MultiLineString') return [];
  const ring = (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? [];
  const range = (i: 0 | 1) => [Math.min(...ring.map((point) => point[i] ?? 0)), Math.max(...ring.map((point) => point[i] ?? 0))] as const;
  const [[west, east], [south, north]] = [range(0), range(1)];
  // a lake is named once it is some 40 px wide
  const fromZoom = Math.ceil(Math.log2((40 * 360) / (512 * (east - west))));
  const label = { level: 'water', nameZh: properties.nameZh, nameEn: properties.nameEn, fromZoom };
  return [{ type: 'Feature', properties: label, geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] } }];
}
