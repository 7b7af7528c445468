import type { AdminUnit } from '#lib/schema/atlas';

/** What a unit is: a prefecture without counties (东莞) and a county that its province runs itself (仙桃) are both in one. */
export const levelsOf = ({ level, undivided }: Pick<AdminUnit, 'level' | 'undivided'>): readonly AdminUnit['level'][] =>
  undivided ? ['prefecture', 'county'] : [level];

/** Whether a unit is of a level, among others that it may be of. */
export const isAt = (unit: Pick<AdminUnit, 'level' | 'undivided'>, level: AdminUnit['level']): boolean => levelsOf(unit).includes(level);

/** The region's smallest units: counties, and prefectures without counties. Together they cover the region, each area once. */
export const countyLevel = <U extends Pick<AdminUnit, 'level' | 'undivided'>>(units: readonly U[]): U[] => units.filter((unit) => isAt(unit, 'county'));

/** The units directly below the province: prefectures, and counties that it runs itself. Together they cover the region, each area once. */
export const prefectureLevel = <U extends Pick<AdminUnit, 'level' | 'undivided'>>(units: readonly U[]): U[] => units.filter((unit) => isAt(unit, 'prefecture'));

/**
 * The prefecture that an area of the boundary files' `counties` lies in: the unit above it,
 * or the area itself where it stands directly below the province (a prefecture without counties, a county that the province runs).
 */
export const prefectureOf = ({ adcode, parent }: Readonly<{ adcode: string; parent: string }>): string => (parent.endsWith('0000') ? adcode : parent);
