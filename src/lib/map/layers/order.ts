/** Sources of the map's style. Few: each is cut into tiles of its own. */
export const SOURCE_IDS = ['ground', 'zones', 'selection', 'hover', 'places', 'label-points'] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

/** Every MapLibre layer, from the ground up. Labels placed first win: they stand highest. */
export const LAYER_ORDER = [
  'background',
  'context-fill',
  'land-fill',
  'zone-fill',
  'zone-frame',
  'zone-members',
  // above both: what a county counts as its area may lie in the bay
  'estuary-fill',
  'lake-fill',
  'river-line',
  'unit-hover',
  'county-line',
  'prefecture-line',
  'province-line',
  'zone-line',
  'pair',
  'selection-casing',
  'selection-line',
  // what deck draws of a reader's own rows that covers the ground comes here, below DECK_BEFORE; their points come above all
  'place-label',
  'place-mark',
  'around-label',
  'river-label',
  'county-label',
  'prefecture-label',
  'unit-mark'
] as const;
export type LayerId = (typeof LAYER_ORDER)[number];

/** The MapLibre layer that deck's layers are put under, where they would cover names. */
export const DECK_BEFORE: LayerId = 'place-label';

/** Drawn by us to tie members of zones together; left out where a reader's own rows are on the map, for they would lie over them. */
export const SCHEMATIC: readonly LayerId[] = ['pair'];

/** The ground, left out over an online basemap, which has its own. */
export const GROUND: readonly LayerId[] = ['background', 'context-fill', 'land-fill', 'estuary-fill', 'lake-fill', 'river-line', 'around-label', 'river-label'];
