import type { PitchState } from './state';
import { formatPitch } from './address';

/** Longest address that still makes a code that phones read off paper, in characters. */
const MOST_IN_CODE = 600;

/** Link to a read-only copy. */
export const shareLink = (page: string, state: PitchState, version: string): string => `${page}#${formatPitch(state, version)}`;

/** The same for a code on paper: without notes, and at last without words, where it would be too long. */
export function codeLink(page: string, state: PitchState, version: string): { href: string; short: boolean } {
  const without = { ...state, notes: {} };
  const tried = [state, without, { ...without, project: '' }, { ...without, project: '', title: '' }];
  const links = tried.map((one) => shareLink(page, one, version));
  const fits = links.findIndex((link) => link.length <= MOST_IN_CODE);
  const index = fits < 0 ? links.length - 1 : fits;
  return { href: links[index] ?? page, short: index > 0 };
}
