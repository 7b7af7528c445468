import { loadFocus, loadOverview } from '#lib/atlas/load-topology';
import type { Topologies } from '#lib/atlas/load-topology';

/** So long the map waits for the finer outlines of a layout, ms: without them all would be drawn twice. */
const PATIENCE = 600;

/** Outlines for the map: the whole region's first, the finer ones of the city when they are needed. */
export class Outlines {
  all = $state.raw<Topologies>();
  /** the finer ones have not come in time, or cannot be had */
  #late = $state(false);
  #coming: ReturnType<typeof loadFocus> | undefined;

  /** Whether it is worth waiting for the finer ones. */
  get awaited(): boolean {
    return this.all !== undefined && !this.all.focus && !this.#late;
  }

  /** @param fine the finer ones at once, too @returns how to take over what has come @throws DataError */
  async load(fine: boolean, signal?: AbortSignal): Promise<() => void> {
    const [overview, focus] = await Promise.all([loadOverview(signal), fine ? this.prepare() : undefined]);
    return () => (this.all = focus ? { overview, focus } : { overview });
  }

  /** Fetch the finer ones ahead. */
  async prepare(): ReturnType<typeof loadFocus> {
    this.#coming ??= loadFocus();
    const focus = await this.#coming;
    // asked for once more next time
    if (!focus) this.#coming = undefined;
    return focus;
  }

  /** Draw the finer ones from now on. */
  async refine(): Promise<void> {
    const overview = this.all?.overview;
    if (!overview || this.all?.focus) return;
    const timer = setTimeout(() => (this.#late = true), PATIENCE);
    const focus = await this.prepare();
    clearTimeout(timer);
    if (focus) this.all = { overview, focus };
    else this.#late = true;
  }
}
