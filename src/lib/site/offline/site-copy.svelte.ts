import { dev, version } from '$app/environment';
import { base } from '$app/paths';
import { isKept } from './is-kept';
import type { PageMessage } from './worker';
import { isFrugal } from './worker-scope';
import type { Connection } from './worker-scope';

/** A tab that stays open asks for a new build when it is looked at again, but no more often than this, ms. */
const ASK_EVERY = 60 * 60 * 1000;

/** The site's offline copy and new builds, as a page deals with them. Nothing is ever replaced under the reader's hands: see `update`. */
export class SiteCopy {
  /** `waiting`: a new build is ready; `elsewhere`: another tab has gone over to it, this page stays on the old one until it is reloaded */
  update = $state<'none' | 'waiting' | 'elsewhere'>('none');
  #registration: ServiceWorkerRegistration | undefined;
  #asked = false;
  #lastAsked = 0;

  /** Fetch the copy once the page has nothing better to do, and follow new builds. @returns what ends the following */
  start(): () => void {
    if (dev || !('serviceWorker' in navigator)) return () => undefined;
    const { serviceWorker } = navigator;
    let served = serviceWorker.controller !== null;
    const taken = () => {
      if (this.#asked) location.reload();
      else if (served) this.update = 'elsewhere';
      served = true;
    };
    const seen = () => {
      if (document.visibilityState === 'visible') void this.#askForUpdate();
    };
    const begin = () => {
      // Safari has no idle callback; there the load event is late enough
      const whenIdle = 'requestIdleCallback' in window ? window.requestIdleCallback : (work: () => void) => setTimeout(work, 2000);
      whenIdle(() => void this.#register());
    };
    serviceWorker.addEventListener('controllerchange', taken);
    document.addEventListener('visibilitychange', seen);
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin, { once: true });
    return () => {
      serviceWorker.removeEventListener('controllerchange', taken);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('load', begin);
    };
  }

  /** Go over to the new build: the page is reloaded as soon as its worker serves. */
  reload(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting) return location.reload();
    this.#asked = true;
    waiting.postMessage({ type: 'activate' } satisfies PageMessage);
  }

  async #register(): Promise<void> {
    const { serviceWorker } = navigator;
    try {
      const { connection } = navigator as { connection?: Connection };
      if (isFrugal(connection) && !(await serviceWorker.getRegistration(`${base}/`))) return;
      const registration = await serviceWorker.register(`${base}/service-worker.js`, { scope: `${base}/`, updateViaCache: 'none' });
      this.#registration = registration;
      this.#lastAsked = Date.now();
      this.#follow(registration);
      const { active } = await serviceWorker.ready;
      if (!serviceWorker.controller || !(await isKept())) active?.postMessage({ type: 'hello', version } satisfies PageMessage);
    } catch {
      // blocked, or the network is off: the site works without
    }
  }

  #follow(registration: ServiceWorkerRegistration): void {
    const look = (worker: ServiceWorker | null) => {
      // the first worker of all is no news
      if (worker?.state === 'installed' && registration.active && navigator.serviceWorker.controller) this.update = 'waiting';
    };
    look(registration.waiting);
    const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', () => look(worker));
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  }

  async #askForUpdate(): Promise<void> {
    if (!this.#registration || Date.now() - this.#lastAsked < ASK_EVERY) return;
    this.#lastAsked = Date.now();
    try {
      await this.#registration.update();
    } catch {
      // the network is off
    }
  }
}
