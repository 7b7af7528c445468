import type { ChangeKind, UnitState } from './roles';

/** What happened to a county: the word that pattern, legend and list are marked by. Without one it is drawn in the site's own colour. */
export const CHANGE_TONES: Readonly<Partial<Record<ChangeKind | UnitState, 'enter' | 'change' | 'leave'>>> = {
  enter: 'enter',
  widened: 'enter',
  change: 'change',
  role: 'change',
  'singled-out': 'change',
  absorbed: 'change',
  leave: 'leave',
  narrowed: 'leave'
};
