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
import { fitView, shownAs } from './panels/look-at';
import type { OwnView } from './panels/look-at';
import { findInView, gatherHexes, tallyUnits } from './work';
import type { Hexes, InView, Tally } from './work';

/** How near to a row a click counts, CSS px. */
const REACH = 12;
/** Rows are looked for this far beyond the view, in widths of it, so that a small move shows no empty edge. */
const BEYOND = 0.25;
/** Zoom up to which all hexagons are made at once: their shades then hold for the whole map. */
const ALL_HEXAGONS = 10;

/** Where the map of own rows looks; it stays open while tables come and go. */
export class Outlook {
  zoom = $state(6);
  /** the stretch of the map that is made ready, and the zoom that it was at */
  near = $state.raw<{ box: Box; zoom: number }>();

  look(zoom: number, box: Box): void {
    this.zoom = zoom;
    if (!this.near || !holds(this.near.box, box) || Math.abs(this.near.zoom - zoom) > 0.3) this.near = { box: widened(box, BEYOND), zoom };
  }
}

/** What the reader sees of one table: how it is looked at, and what was worked out for that. */
export class OwnLook {
  readonly #outlook: Outlook;
  /** the one that the table is shown on at first */
  readonly firstLayout: string;
  view: OwnView;
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

  constructor(
    readonly atlas: Atlas,
    readonly table: OwnTable,
    readonly whereabouts: Whereabouts,
    outlook: Outlook
  ) {
    this.#outlook = outlook;
    this.ready = !this.large;
    this.firstLayout = layoutOf(atlas, whereabouts);
    this.view = $state.raw<OwnView>({ mode: 'auto', measure: 'count', layout: this.firstLayout });
  }

  get large(): boolean {
    return this.table.rows > CROWD;
  }
  readonly shown = $derived.by(() => shownAs(this.view, this.large && !this.inView?.rows));
  readonly #hexZoom = $derived.by(() => Math.min(13, Math.max(5, Math.round(this.#outlook.zoom))));
  readonly #hexBox = $derived.by(() => (this.#hexZoom > ALL_HEXAGONS ? this.#outlook.near?.box : undefined));

  // figures of another column are not shown as those of this one
  readonly #tallied = $derived.by(() => (this.#tally?.column === this.view.column ? this.#tally?.tallied : undefined));
  readonly units = $derived.by(() => this.#tallied && joinUnits(this.atlas, this.#tallied));
  readonly zones = $derived.by(() => this.#tallied && joinZones(this.atlas, this.view.layout, this.#tallied));
  readonly hexes = $derived.by(() => (this.#hexes?.column === this.view.column ? this.#hexes : undefined));
  readonly columnName = $derived.by(() => (this.view.column === undefined ? undefined : this.table.columns[this.view.column]?.name));
  readonly #unitFigures = $derived.by(() => new Map(this.units?.rows.map(({ unit, figures }) => [unit.adcode, figures]) ?? []));
  readonly zoneFigures = $derived.by(() => new Map(this.zones?.rows.map(({ zone, figures }) => [zone.id, figures]) ?? []));

  /** Follow what the reader asks for with passes over the rows; to be called in an effect, which ends them. What is drawn comes first. */
  follow(): void {
    const { atlas, table } = this;
    $effect(() => {
      if (this.shown !== 'hexagons') return;
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
      if (!this.large || !box) return;
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
    this.view = fitView(view, this.table);
  }

  /** @returns whether a row or a hexagon is there, which is then the one that is looked at */
  point({ lon, lat, kmPerPixel }: PointedAt): boolean {
    this.picked = undefined;
    this.cell = undefined;
    if (this.shown === 'districts' || this.shown === 'zones') return false;
    if (this.shown === 'hexagons') this.cell = this.hexes?.grid.at(lon, lat);
    else this.picked = pickRow(this.table, lon, lat, REACH * kmPerPixel);
    return this.cell !== undefined || this.picked !== undefined;
  }

  /** A prefecture's rows are those of its districts and those known by its name alone. */
  under(adcode: string): Figures {
    const inside = [...this.#unitFigures].filter(([code]) => code === adcode || this.atlas.unit.get(code)?.parent === adcode).map(([, figures]) => figures);
    return inside.reduce((a, b) => ({ rows: a.rows + b.rows, filled: a.filled + b.filled, sum: a.sum + b.sum }), NOTHING);
  }
}

/** The layout of the focus city where all rows lie in it, else the province's. */
function layoutOf(atlas: Atlas, { box }: Whereabouts): string {
  const { focusPrefecture, focusLayout, defaultLayout } = atlas.data.index;
  const [west, south, east, north] = atlas.unit.get(focusPrefecture ?? '')?.bbox ?? [0, 0, 0, 0];
  const inside = box && box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north;
  return inside && focusLayout ? focusLayout : defaultLayout;
}
