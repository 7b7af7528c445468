import type { AdminUnit } from '#lib/schema/atlas';

/**
 * The region's smallest units: counties, and prefectures without counties (东莞, 中山). Together they cover the region, each area once.
 * @param units all units of a region; from a part of them, units whose own counties are missing would count as smallest too
 */
export function countyLevel<U extends Pick<AdminUnit, 'adcode' | 'parent'>>(units: readonly U[]): U[] {
  const divided = new Set(units.map(({ parent }) => parent));
  return units.filter(({ adcode }) => !divided.has(adcode));
}

/**
 * The prefecture that an area of the boundary files' `counties` lies in: the unit above it,
 * or the area itself where it stands directly below the province (a prefecture without counties, a county that the province runs).
 */
export const prefectureOf = ({ adcode, parent }: Readonly<{ adcode: string; parent: string }>): string => (parent.endsWith('0000') ? adcode : parent);
