import { loadAtlas } from '#lib/atlas/load-atlas';
import type { AtlasData } from '#lib/schema/atlas';
import { afterPaint } from '#lib/design/browser/after-paint';

/** All facts, once they have been fetched; a page starts with the few that came along in its HTML. */
export class Facts {
  all = $state.raw<AtlasData>();
  failed = $state(false);
  readonly #alongside: () => Promise<void>;

  /** @param alongside fetches what is of use only with all facts: they count as fetched when that is there too */
  constructor(alongside: () => Promise<void> = () => Promise.resolve()) {
    this.#alongside = alongside;
  }

  async load(signal?: AbortSignal): Promise<void> {
    this.failed = false;
    await afterPaint();
    try {
      const [all] = await Promise.all([loadAtlas(signal), this.#alongside()]);
      this.all = all;
    } catch {
      this.failed = !signal?.aborted;
    }
  }
}
