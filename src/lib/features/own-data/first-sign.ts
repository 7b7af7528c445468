import { isFrugal } from '#lib/site/offline/worker-scope';
import type { Connection } from '#lib/site/offline/worker-scope';
import { approach } from '#lib/design/browser/approach';

/**
 * Get ready for a reader's file: as soon as the page has nothing better to do, for it has no other purpose; where bytes are dear,
 * at the first sign that there will be one.
 * @param place what a hand goes to @param ready may be called any number of times @returns what ends the waiting
 */
export function onFirstSign(place: HTMLElement, ready: () => void): () => void {
  const leave = approach(ready)(place);
  // a file that comes from another window has not been over the place yet
  window.addEventListener('dragenter', ready, { once: true, passive: true });
  const forget = () => {
    leave();
    window.removeEventListener('dragenter', ready);
  };
  const { connection } = navigator as { connection?: Connection };
  if (isFrugal(connection)) return forget;
  // Safari has no idle callback
  const idle = 'requestIdleCallback' in window ? requestIdleCallback(ready) : undefined;
  const timer = idle === undefined ? setTimeout(ready, 200) : undefined;
  return () => {
    forget();
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
