import { forSharing } from './state';
import type { PitchState } from './state';
import { formatPitch } from './address';

/** Longest address that still makes a code that phones read off paper, in characters. */
const MOST_IN_CODE = 600;

/** Link to a read-only copy, how many remarks for colleagues it leaves out, and how many it holds. */
export function shareLink(page: string, state: PitchState, version: string): { href: string; left: number; internal: number } {
  const shared = forSharing(state);
  return {
    href: `${page}#${formatPitch(shared, version)}`,
    left: Object.keys(state.notes).length - Object.keys(shared.notes).length,
    internal: Object.values(shared.notes).filter(({ shown }) => !shown).length
  };
}

/** The same for a code on paper: without notes, and at last without words, where it would be too long. */
export function codeLink(page: string, state: PitchState, version: string): { href: string; short: boolean } {
  const shared = forSharing(state);
  const without = { ...shared, notes: {} };
  const tried = [shared, without, { ...without, project: '' }, { ...without, project: '', title: '' }];
  const links = tried.map((one) => `${page}#${formatPitch(one, version)}`);
  const fits = links.findIndex((link) => link.length <= MOST_IN_CODE);
  const index = fits < 0 ? links.length - 1 : fits;
  return { href: links[index] ?? page, short: index > 0 };
}
