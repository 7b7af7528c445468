import type { ImportGuess } from './table/guess';
import type { Box } from './table/in-view';
import type { Whereabouts } from './table/pick';
import type { Chosen } from './table/said-columns';
import type { OwnTable } from './table/table';
import { fitView, refitView, shadesAreas } from './panels/look-at';
import type { OwnView } from './panels/look-at';

/* Tables that lie on the map together, as layers: plain lists, topmost first, and what may be done with them. */

/** Colours that layers can have, see --own-1 and so on in tokens.css. */
export const OWN_COLOURS = 6;

/** What a reader has chosen for a layer: plain data, fit to be written to a file beside its table. */
export type LayerSettings = Readonly<{
  name: string;
  /** number of its colour, from 0 to OWN_COLOURS - 1 */
  colour: number;
  shown: boolean;
  view: OwnView;
}>;

/** What a reader has chosen for the map: layers topmost first, and the number of the one whose legend and tables are shown. */
export type MapSettings = Readonly<{
  layers: readonly LayerSettings[];
  active: number;
  /** id of the layout under the rows; undefined: the one that fits where they lie */
  layout?: string | undefined;
  /** the stretch of the map that is looked at */
  box?: Box | undefined;
}>;

/** What a table was read from, and as what. */
export type Source = Readonly<{ file: File; guess: ImportGuess; chosen: Chosen }>;

/** What came of reading; `source` is absent of a table that was kept, whose entry in this browser's store is `kept`. */
export type LayerContent = Readonly<{ table: OwnTable; whereabouts: Whereabouts; source?: Source | undefined; kept?: string | undefined }>;

/** @property id for this visit only */
export type OwnLayer = LayerSettings & LayerContent & Readonly<{ id: string }>;

const FIRST_VIEW: OwnView = { mode: 'auto', measure: 'count' };

/** The settings of a layer alone. */
export const settingsOf = ({ name, colour, shown, view }: LayerSettings): LayerSettings => ({ name, colour, shown, view });

/** The colour that the fewest layers have, the first of several. */
export function freeColour(layers: readonly LayerSettings[]): number {
  const used = Array.from({ length: OWN_COLOURS }, (_, colour) => layers.filter((layer) => layer.colour === colour).length);
  return used.indexOf(Math.min(...used));
}

/** Put a layer above the others. @param settings as they were saved; else it is shown in a colour of its own */
export function withLayer(layers: readonly OwnLayer[], id: string, content: LayerContent, settings?: LayerSettings): OwnLayer[] {
  const { table } = content;
  const chosen = settings ?? { name: table.name, colour: freeColour(layers), shown: true, view: FIRST_VIEW };
  const colour = Number.isInteger(chosen.colour) && chosen.colour >= 0 ? chosen.colour % OWN_COLOURS : freeColour(layers);
  return oneShading([{ ...settingsOf(chosen), colour, view: fitView(chosen.view, table), ...content, id }, ...layers], id);
}

/** Give a layer other rows, of the same file read in another way: its place, name and colour stay, and columns are found again by their names. */
export function withContent(layers: readonly OwnLayer[], id: string, content: LayerContent): OwnLayer[] {
  return layers.map((layer) => (layer.id === id ? { ...settingsOf(layer), view: refitView(layer.view, layer.table, content.table), ...content, id } : layer));
}

/** Choose something else for a layer. An empty name changes nothing. */
export function withSettings(layers: readonly OwnLayer[], id: string, change: Partial<LayerSettings>): OwnLayer[] {
  const changed = layers.map((layer) => {
    if (layer.id !== id) return layer;
    const name = change.name?.trim();
    return { ...layer, ...change, name: name === undefined || name === '' ? layer.name : name, view: fitView(change.view ?? layer.view, layer.table) };
  });
  return oneShading(changed, id);
}

/** Move a layer up (towards the top) or down by one. */
export function withMoved(layers: readonly OwnLayer[], id: string, by: -1 | 1): OwnLayer[] {
  const from = layers.findIndex((layer) => layer.id === id);
  const to = from + by;
  const [moved, other] = [layers[from], layers[to]];
  return moved && other ? layers.map((layer, i) => (i === to ? moved : i === from ? other : layer)) : [...layers];
}

/** The layer that is looked at once another is gone: the one that takes its place, else the last. */
export function afterRemoval(layers: readonly OwnLayer[], id: string): OwnLayer | undefined {
  const at = layers.findIndex((layer) => layer.id === id);
  const left = layers.filter((layer) => layer.id !== id);
  return left[at] ?? left.at(-1);
}

/** Districts have one fill: where one layer shades them, the others are drawn row by row. */
function oneShading(layers: readonly OwnLayer[], id: string): OwnLayer[] {
  const shading = layers.find((layer) => layer.id === id && shadesAreas(layer.view));
  return layers.map((layer) => (shading && layer !== shading && shadesAreas(layer.view) ? { ...layer, view: { ...layer.view, mode: 'auto' } } : layer));
}

/** The first thing, from the top, that something is found in. */
export function foundFirst<T, F>(from: readonly T[], find: (thing: T) => F | undefined): Readonly<{ thing: T; found: F }> | undefined {
  for (const thing of from) {
    const found = find(thing);
    if (found !== undefined) return { thing, found };
  }
  return undefined;
}
