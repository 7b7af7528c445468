import type { Feature, FeatureCollection } from 'geojson';
import type { Geometry } from './geometry';

/** What the ground consists of; rivers are lines, the other waters areas. */
export type GroundKind = 'context' | 'land' | 'lake' | 'estuary' | 'river' | 'county-line' | 'prefecture-line' | 'province-line';

/**
 * The ground and the administrative lines on it, as features of one source: every source has tiles of its own to cut and to send,
 * and a mask of its own in every frame.
 */
export function groundFeatures({ context, province, water, countyLines, prefectureLines, provinceLines }: Geometry): FeatureCollection {
  const of = (kind: string, { geometry }: Feature, names: object = {}): Feature => ({ type: 'Feature', properties: { kind, ...names }, geometry });
  return {
    type: 'FeatureCollection',
    features: [
      ...context.features.map((area) => of('context' satisfies GroundKind, area)),
      ...province.features.map((area) => of('land' satisfies GroundKind, area)),
      ...water.features.map((one) => of(one.properties.kind, one, { nameZh: one.properties.nameZh, nameEn: one.properties.nameEn })),
      of('county-line' satisfies GroundKind, countyLines),
      of('prefecture-line' satisfies GroundKind, prefectureLines),
      of('province-line' satisfies GroundKind, provinceLines)
    ]
  };
}
