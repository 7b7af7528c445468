import { badgesOf } from '#lib/atlas/primary-zone';
import type { AdminUnit, Zone } from '#lib/schema/atlas';
import type { StaticMark } from '#lib/schema/static-map';

/** The marks at a unit's name, as pages hold them. @param areas all county-level areas of the region */
export const marksOf = (zones: readonly Zone[], unit: Pick<AdminUnit, 'adcode' | 'parent'>, areas: readonly AdminUnit[]): StaticMark[] =>
  badgesOf(zones, unit, areas).map(({ zone: { hue, mark }, part }) => ({ hue, mark, ...(part ? { part } : {}) }));
