import type { Tier } from '#lib/schema/terms';
import type { ChangeKind, UnitState } from './roles';

/** The tier whose colour stands for what happened to a county, on the map, in its legend and beside the list; without one it is the site's own. */
export const HUES: Readonly<Partial<Record<ChangeKind | UnitState, Tier>>> = {
  enter: 'belt',
  widened: 'belt',
  change: 'point',
  role: 'point',
  'singled-out': 'point',
  absorbed: 'point',
  leave: 'core',
  narrowed: 'core'
};
