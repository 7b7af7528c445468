import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Geometry, Outline, UnitProperties } from './geometry';

/** Font families tried in turn; without `glyphs` in the style, MapLibre draws every letter from the reader's own fonts. */
export const FONT_STACK = ['system-ui', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'];

/** An English name as maps print it: without the word for its level. */
export const shortEnglish = (name: string): string => name.replace(/ (City|District|(?:\S+ )?Autonomous County|County)$/, '');

const labelFeature = ({ properties: unit }: Feature<Outline, UnitProperties>): Feature<Point> => ({
  type: 'Feature',
  properties: { adcode: unit.adcode, level: unit.level, nameZh: unit.nameZh, nameEn: shortEnglish(unit.nameEn), areaKm2: unit.areaKm2 },
  geometry: { type: 'Point', coordinates: [unit.labelLon, unit.labelLat] }
});

/** Label points of prefectures, counties and water. */
export function labelPoints({ counties, prefectures, water }: Geometry): FeatureCollection<Point> {
  return { type: 'FeatureCollection', features: [...prefectures.features.map(labelFeature), ...counties.features.map(labelFeature), ...water.features.flatMap(waterLabel)] };
}

/** A lake's name stands in the middle of its box; rivers and bays are too bent for that. */
function waterLabel({ properties, geometry }: Geometry['water']['features'][number]): Feature<Point>[] {
  if (properties.kind !== 'lake') return [];
  const ring = (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? [];
  const middle = (i: 0 | 1) => (Math.min(...ring.map((point) => point[i] ?? 0)) + Math.max(...ring.map((point) => point[i] ?? 0))) / 2;
  const label = { adcode: properties.id, level: 'water', nameZh: properties.nameZh, nameEn: properties.nameEn, areaKm2: 0 };
  return [{ type: 'Feature', properties: label, geometry: { type: 'Point', coordinates: [middle(0), middle(1)] } }];
}
