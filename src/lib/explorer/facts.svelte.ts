import { loadAtlas } from '../data/load-atlas';
import type { AtlasData } from '../schema/atlas';
import { afterPaint } from '../ui/after-paint';

/** All facts, once they have been fetched; a page starts with the few that came along in its HTML. */
export class Facts {
  all = $state.raw<AtlasData>();
  failed = $state(false);

  async load(signal?: AbortSignal): Promise<void> {
    this.failed = false;
    await afterPaint();
    try {
      this.all = await loadAtlas(signal);
    } catch {
      this.failed = !signal?.aborted;
    }
  }
}
