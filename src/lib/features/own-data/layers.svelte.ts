import type { Box } from './table/in-view';
import type { Whereabouts } from './table/pick';
import type { OwnTable } from './table/table';
import { afterRemoval, settingsOf, withContent, withLayer, withMoved, withSettings } from './layer';
import type { LayerContent, LayerSettings, MapSettings, OwnLayer } from './layer';

/** The layers of one visit, and which of them is looked at. */
export class LayerList {
  /** topmost first */
  list = $state.raw<readonly OwnLayer[]>([]);
  #active = $state<string>();
  /** the layout that the reader wants under the rows */
  layout = $state<string>();
  /** of the rows that came last, and what is to be framed once they are drawn */
  arrived = $state.raw<Readonly<{ whereabouts: Whereabouts; box: Box | undefined }>>();
  /** the stretch of the map that is looked at; nothing hangs on it */
  box: Box | undefined;
  /** tables that lie in a project file too: they are not lost with the page */
  readonly inProject = new WeakSet<OwnTable>();
  #count = 0;
  /** the one whose legend and tables are shown */
  readonly active = $derived.by(() => this.list.find(({ id }) => id === this.#active));

  /** Put rows above the others, and look at them. @param settings as they were saved @returns its id */
  add(content: LayerContent, settings?: LayerSettings): string {
    this.#count += 1;
    const id = String(this.#count);
    this.list = withLayer(this.list, id, content, settings);
    this.#active = id;
    this.arrived = { whereabouts: content.whereabouts, box: content.whereabouts.box };
    return id;
  }

  /** Put layers above the others, and look at them as they were saved. @param contents of the layers of `settings` */
  restore(contents: readonly LayerContent[], settings: MapSettings): void {
    const ids = contents.map(() => '');
    // the topmost comes last
    for (let i = contents.length - 1; i >= 0; i--) {
      const content = contents[i];
      if (!content) continue;
      ids[i] = this.add(content, settings.layers[i]);
      this.inProject.add(content.table);
    }
    const [id, content] = [ids[settings.active], contents[settings.active]];
    if (id === undefined || !content) return;
    this.#active = id;
    this.layout = settings.layout;
    this.arrived = { whereabouts: content.whereabouts, box: settings.box ?? content.whereabouts.box };
  }

  /** Give a layer the rows of its file as they were read anew. @returns false if it is no longer there */
  replace(id: string, content: LayerContent): boolean {
    if (!this.list.some((layer) => layer.id === id)) return false;
    this.list = withContent(this.list, id, content);
    this.#active = id;
    this.arrived = { whereabouts: content.whereabouts, box: content.whereabouts.box };
    return true;
  }

  change(id: string, change: Partial<LayerSettings>): void {
    this.list = withSettings(this.list, id, change);
  }

  /** Say under which id rows lie in this browser's store. @param kept undefined: no longer */
  keep(id: string, kept: string | undefined): void {
    this.list = this.list.map((layer) => (layer.id === id ? { ...layer, kept } : layer));
  }

  move(id: string, by: -1 | 1): void {
    this.list = withMoved(this.list, id, by);
  }

  activate(id: string): void {
    this.#active = id;
  }

  remove(id: string): void {
    if (this.#active === id) this.#active = afterRemoval(this.list, id)?.id;
    this.list = this.list.filter((layer) => layer.id !== id);
    // the next rows choose anew what lies under them
    if (this.list.length === 0) this.layout = undefined;
  }

  /** All that was chosen, as plain data; the tables are those of `list`, in its order. */
  get settings(): MapSettings {
    const active = this.list.findIndex(({ id }) => id === this.#active);
    return {
      layers: this.list.map(settingsOf),
      active: Math.max(0, active),
      ...(this.layout === undefined ? {} : { layout: this.layout }),
      ...(this.box ? { box: this.box } : {})
    };
  }
}
