import { definitionName } from '../table/systems';
import type { Declared } from '../table/systems';
import type { ImportRemark } from '../table/table';

/** Whether a position can be longitude and latitude, in either order: what is larger is metres. */
export const isDegrees = ([x, y]: readonly [number, number]): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 180;

/**
 * What is to be said of a file's own word on its coordinate system, beside what was converted.
 * @param system the plane system that rows in metres were read by, if any
 * @param sizes numbers of positions that can be degrees, and of larger ones
 */
export function declaredRemarks(
  declared: Declared | undefined,
  system: string | undefined,
  sizes: Readonly<{ degrees: number; metres: number }>
): ImportRemark[] {
  switch (declared?.kind) {
    case undefined:
      return [];
    case 'degrees':
      return declared.geodetic === 'xian80' || declared.geodetic === 'beijing54'
        ? [{ code: 'older-degrees', count: sizes.degrees, detail: declared.geodetic }]
        : [];
    case 'plane':
      if (sizes.metres > 0 && system === undefined) return [{ code: 'unknown-system', count: sizes.metres, detail: definitionName(declared.id) }];
      return sizes.degrees > 0 ? [{ code: 'projected', count: sizes.degrees, detail: declared.id }] : [];
    case 'unknown': {
      if (declared.name === '') return [];
      const told = sizes.metres > 0 && system === undefined;
      return told || sizes.degrees > 0
        ? [{ code: told ? 'unknown-system' : 'projected', count: told ? sizes.metres : sizes.degrees, detail: declared.name }]
        : [];
    }
  }
}
