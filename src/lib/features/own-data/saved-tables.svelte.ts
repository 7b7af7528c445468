import type { Kept, Label } from './read/storage';
import { KeptDamaged, OwnStorage } from './read/storage';
import { openShelf } from './read/shelf';

/** What the reader has kept in this browser, and what went wrong with it. */
export class KeptList {
  labels = $state.raw<readonly Label[]>([]);
  damaged = $state.raw<readonly string[]>([]);
  /** no-store: this browser keeps nothing; full: no room; damaged: an entry cannot be read */
  trouble = $state<'no-store' | 'full' | 'damaged'>();
  #storage: OwnStorage | undefined;
  /** tells this browser's other tabs that the list has changed; no data goes through it */
  #others: BroadcastChannel | undefined;

  async open(): Promise<void> {
    try {
      this.#storage = new OwnStorage(await openShelf());
      await this.#refresh();
      this.#others = new BroadcastChannel('own-data');
      this.#others.onmessage = () => void this.#refresh().catch(() => undefined);
    } catch {
      this.#storage = undefined;
    }
  }

  close(): void {
    this.#others?.close();
  }

  /** @returns the label, or undefined if nothing was kept; `trouble` then says why */
  async save(name: string, kept: Kept): Promise<Label | undefined> {
    this.trouble = undefined;
    if (!this.#storage) {
      this.trouble = 'no-store';
      return undefined;
    }
    try {
      const label = await this.#storage.save(name, kept);
      await this.#changed();
      return label;
    } catch {
      this.trouble = 'full';
      return undefined;
    }
  }

  /** @returns what was kept, or undefined if it cannot be read: it is then set aside */
  async read(label: Label): Promise<Kept | undefined> {
    this.trouble = undefined;
    try {
      return await this.#storage?.open(label.id);
    } catch (error) {
      this.trouble = error instanceof KeptDamaged ? 'damaged' : 'no-store';
      this.labels = this.labels.filter(({ id }) => id !== label.id);
      this.damaged = [...this.damaged, label.id];
      return undefined;
    }
  }

  async rename(label: Label, name: string): Promise<void> {
    await this.#try(this.#storage?.rename(label, name));
  }

  async remove(id: string): Promise<void> {
    await this.#try(this.#storage?.remove(id));
  }

  async #try(work: Promise<unknown> | undefined): Promise<void> {
    try {
      await work;
      await this.#changed();
    } catch {
      this.trouble = 'no-store';
    }
  }

  async #changed(): Promise<void> {
    await this.#refresh();
    this.#others?.postMessage('changed');
  }

  async #refresh(): Promise<void> {
    const { labels, damaged } = (await this.#storage?.list()) ?? { labels: [], damaged: [] };
    this.labels = labels;
    this.damaged = damaged;
  }
}
