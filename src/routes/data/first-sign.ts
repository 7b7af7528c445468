import { isFrugal } from '#lib/offline/worker-scope';
import type { Connection } from '#lib/offline/worker-scope';

/** What tells that somebody is about to bring a file, by mouse, touch, keyboard or from another window. */
const SIGNS = ['pointerover', 'pointerdown', 'focusin', 'dragenter'] as const;

/**
 * Get ready for a reader's file: as soon as the page has nothing better to do, for it has no other purpose; where bytes are dear,
 * at the first sign that there will be one.
 * @param place what a hand goes to @param ready may be called more than once @returns what ends the waiting
 */
export function onFirstSign(place: HTMLElement, ready: () => void): () => void {
  const signs = new AbortController();
  for (const sign of SIGNS) (sign === 'dragenter' ? window : place).addEventListener(sign, ready, { once: true, passive: true, signal: signs.signal });
  const { connection } = navigator as { connection?: Connection };
  if (isFrugal(connection)) return () => signs.abort();
  // Safari has no idle callback
  const idle = 'requestIdleCallback' in window ? requestIdleCallback(ready) : undefined;
  const timer = idle === undefined ? setTimeout(ready, 200) : undefined;
  return () => {
    signs.abort();
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
