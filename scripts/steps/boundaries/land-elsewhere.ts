import inside from '@turf/boolean-point-in-polygon';
import gcoord from 'gcoord';
import type { Position } from 'geojson';
import { readOutline, readPrefectures } from './read-base';
import type { Region } from './region';

/** Whether a point (WGS 84) lies in a prefecture of the base that is not the region's. Outlines are read when a point is first asked about. */
export function landElsewhere({ prefectures }: Pick<Region, 'prefectures'>): (point: Position) => boolean {
  let outlines: ReturnType<typeof readOutline>[] | undefined;
  return ([x = NaN, y = NaN]) => {
    outlines ??= [...readPrefectures().keys()].filter((code) => !prefectures.includes(code)).map((code) => readOutline(code, 'boundaries'));
    const point = gcoord.transform<[number, number]>([x, y], gcoord.WGS84, gcoord.GCJ02);
    return outlines.some((outline) => inside(point, outline));
  };
}
