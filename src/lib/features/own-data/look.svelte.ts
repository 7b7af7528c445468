import { untrack } from 'svelte';
import type { Atlas } from '#lib/atlas/atlas';
import { NOTHING } from './table/aggregate';
import type { Figures } from './table/aggregate';
import { CROWD, holds, widened } from './table/in-view';
import type { Box } from './table/in-view';
import { joinUnits, joinZones } from './table/join';
import { pickRow } from './table/pick';
import type { Picked, Whereabouts } from './table/pick';
import type { OwnTable } from './table/table';
import type { PointedAt } from '#lib/map/runtime/mount-options';
import { ownScene } from './draw/plan-rows';
import type { OwnTokens } from './draw/own-colours';
import type { LayerList } from './layers.svelte';
import type { OwnLayer } from './layer';
import { shadesAreas, shownAs } from './panels/look-at';
import type { OwnView } from './panels/look-at';
import { findInView, gatherHexes, tallyUnits } from './work';
import type { Hexes, InView, Tally } from './work';

/** How near to a row a click counts, CSS px. */
const REACH = 12;
/** Rows are looked for this far beyond the view, in widths of it, so that a small move shows no empty edge. */
const BEYOND = 0.25;
/** Zoom up to which all hexagons are made at once: their shades then hold for the whole map. */
const ALL_HEXAGONS = 10;

/** Where the map of own rows looks, and what is under them; it stays open while tables come and go. */
export class Outlook {
  zoom = $state(6);
  /** id of the layout that fits where the rows of all layers lie */
  readonly fitting = $derived.by(() => layoutOf(this.atlas, this.layers.list));
  /** id of the layout under the rows */
  readonly layout = $derived.by(() => this.layers.layout ?? this.fitting);
  /** colours, once they are known */
  tokens = $state.raw<OwnTokens>();
  /** the stretch of the map that is made ready, and the zoom that it was at */
  near = $state.raw<{ box: Box; zoom: number }>();

  constructor(
    readonly atlas: Atlas,
    readonly layers: LayerList
  ) {}

  look(zoom: number, box: Box): void {
    this.zoom = zoom;
    if (!this.near || !holds(this.near.box, box) || Math.abs(this.near.zoom - zoom) > 0.3) this.near = { box: widened(box, BEYOND), zoom };
  }
}

/** What the reader sees of one layer: how it is looked at, and what was worked out for that. */
export class OwnLook {
  readonly #outlook: Outlook;
  readonly id: string;
  readonly table: OwnTable;
  readonly whereabouts: Whereabouts;
  inView = $state.raw<InView>();
  picked = $state.raw<Picked>();
  /** number of the hexagon that was clicked */
  cell = $state<number>();
  /** there is something to draw: of a large table only when it has been worked out what. A map that is drawn for nothing holds up the picture that counts */
  ready = $state(false);
  #tally = $state.raw<Tally>();
  #hexes = $state.raw<Hexes>();
  /** ends when the passes that were asked for have been made, one after the other: what is drawn should not wait for what is not */
  #passes: Promise<unknown> = Promise.resolve();

  constructor({ id, table, whereabouts }: OwnLayer, outlook: Outlook) {
    this.#outlook = outlook;
    this.id = id;
    this.table = table;
    this.whereabouts = whereabouts;
    this.ready = !this.large;
  }

  // what is chosen for another layer changes nothing here: these stay the same objects
  readonly #layer = $derived.by(() => this.#outlook.layers.list.find(({ id }) => id === this.id));
  readonly view: OwnView = $derived.by(() => this.#layer?.view ?? { mode: 'auto', measure: 'count' });
  readonly colour = $derived.by(() => this.#layer?.colour ?? 0);
  readonly name = $derived.by(() => this.#layer?.name ?? this.table.name);
  readonly visible = $derived.by(() => this.#layer?.shown ?? false);
  readonly active = $derived.by(() => this.#outlook.layers.active?.id === this.id);

  get large(): boolean {
    return this.table.rows > CROWD;
  }
  readonly shown = $derived.by(() => shownAs(this.view, this.large && !this.inView?.rows));
  readonly #hexZoom = $derived.by(() => Math.min(13, Math.max(5, Math.round(this.#outlook.zoom))));
  readonly #hexBox = $derived.by(() => (this.#hexZoom > ALL_HEXAGONS ? this.#outlook.near?.box : undefined));

  // figures of another column are not shown as those of this one
  readonly #tallied = $derived.by(() => (this.#tally?.column === this.view.column ? this.#tally?.tallied : undefined));
  readonly units = $derived.by(() => this.#tallied && joinUnits(this.#outlook.atlas, this.#tallied));
  readonly zones = $derived.by(() => this.#tallied && joinZones(this.#outlook.atlas, this.#outlook.layout, this.#tallied));
  readonly hexes = $derived.by(() => (this.#hexes?.column === this.view.column ? this.#hexes : undefined));
  readonly columnName = $derived.by(() => (this.view.column === undefined ? undefined : this.table.columns[this.view.column]?.name));
  readonly #unitFigures = $derived.by(() => new Map(this.units?.rows.map(({ unit, figures }) => [unit.adcode, figures]) ?? []));
  readonly zoneFigures = $derived.by(() => new Map(this.zones?.rows.map(({ zone, figures }) => [zone.id, figures]) ?? []));
  /** what the map draws of it, and its legend */
  readonly scene = $derived.by(() => this.#outlook.tokens && ownScene(this, this.#outlook.tokens));
  readonly #joined = $derived.by(() => this.active || (this.visible && shadesAreas(this.view)));

  /** Follow what the reader asks for with passes over the rows; to be called in an effect, which ends them. What is drawn comes first. */
  follow(): void {
    const [{ atlas }, { table }] = [this.#outlook, this];
    $effect(() => {
      if (!this.visible || this.shown !== 'hexagons') return;
      const [zoom, box, { column }] = [this.#hexZoom, this.#hexBox, this.view];
      return this.#pass(
        (signal) => gatherHexes({ atlas, table, zoom, column, box }, signal),
        (made) => {
          this.#hexes = made;
          this.ready = true;
        }
      );
    });
    $effect(() => {
      const box = this.#outlook.near?.box;
      if (!this.visible || !this.large || !box) return;
      return this.#pass(
        (signal) => findInView(table, box, signal),
        (made) => {
          this.inView = made;
          this.ready ||= made.rows !== undefined;
        }
      );
    });
    $effect(() => {
      const { column } = this.view;
      if (!this.#joined || untrack(() => this.#tally?.column === column && this.#tally !== undefined)) return;
      return this.#pass(
        (signal) => tallyUnits(atlas, table, column, signal),
        (made) => (this.#tally = made)
      );
    });
  }

  /** @returns what ends the pass */
  #pass<T>(run: (signal: AbortSignal) => Promise<T | undefined>, done: (made: T) => void): () => void {
    const controller = new AbortController();
    this.#passes = this.#passes.then(async () => {
      const made = controller.signal.aborted ? undefined : await run(controller.signal);
      if (made !== undefined && !controller.signal.aborted) done(made);
    });
    return () => controller.abort();
  }

  /** Look at the table in another way. */
  change(view: OwnView): void {
    this.#outlook.layers.change(this.id, { view });
  }

  /** Look at no row and no hexagon. */
  forget(): void {
    this.picked = undefined;
    this.cell = undefined;
  }

  positionOf(row: number): readonly [lon: number, lat: number] {
    return [this.table.positions[2 * row] ?? 0, this.table.positions[2 * row + 1] ?? 0];
  }

  /** The row that is drawn where the map was clicked. */
  rowAt({ lon, lat, kmPerPixel }: PointedAt): Picked | undefined {
    return this.visible && this.shown === 'points' ? pickRow(this.table, lon, lat, REACH * kmPerPixel) : undefined;
  }

  /** The number of the hexagon that is drawn there. */
  cellAt({ lon, lat }: PointedAt): number | undefined {
    return this.visible && this.shown === 'hexagons' ? this.hexes?.grid.at(lon, lat) : undefined;
  }

  /** A prefecture's rows are those of its districts and those known by its name alone. */
  under(adcode: string): Figures {
    const inside = [...this.#unitFigures]
      .filter(([code]) => code === adcode || this.#outlook.atlas.unit.get(code)?.parent === adcode)
      .map(([, figures]) => figures);
    return inside.reduce((a, b) => ({ rows: a.rows + b.rows, filled: a.filled + b.filled, sum: a.sum + b.sum }), NOTHING);
  }
}

/** The layout of the focus city where all rows lie in it, else the province's. */
function layoutOf(atlas: Atlas, layers: readonly OwnLayer[]): string {
  const { focusPrefecture, focusLayout, defaultLayout } = atlas.data.index;
  const city = atlas.unit.get(focusPrefecture ?? '')?.bbox;
  const inside = city && layers.length > 0 && layers.every(({ whereabouts: { box } }) => box && holds(city, box));
  return inside && focusLayout ? focusLayout : defaultLayout;
}
