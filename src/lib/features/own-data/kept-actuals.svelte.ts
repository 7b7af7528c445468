import type { Actual } from './table/actuals';
import { openShelf } from './read/shelf';
import { OwnStorage } from './read/storage';
import type { Label } from './read/storage';

/** Reported values that the reader keeps in this browser, and those of them chosen to be shown; the choice holds until the page is left. */
export class KeptActuals {
  sets = $state.raw<readonly Label[]>([]);
  chosen = $state<string>();
  actuals = $state.raw<readonly Actual[]>([]);
  /** whether the investor may read the notes on the values; chosen anew for every set */
  notes = $state(false);
  damaged = $state(false);
  #storage: OwnStorage | undefined;

  async open(): Promise<void> {
    try {
      this.#storage = new OwnStorage(await openShelf());
      this.sets = (await this.#storage.list()).labels.filter(({ kind }) => kind === 'actuals');
    } catch {
      // this browser keeps nothing
    }
  }

  async choose(id: string | undefined): Promise<void> {
    this.damaged = false;
    this.chosen = id;
    this.notes = false;
    this.actuals = [];
    if (id === undefined) return;
    try {
      const kept = await this.#storage?.open(id);
      if (this.chosen === id && kept?.kind === 'actuals') this.actuals = kept.actuals;
    } catch {
      this.damaged = true;
      this.chosen = undefined;
    }
  }
}
