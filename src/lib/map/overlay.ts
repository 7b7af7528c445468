import { PathLayer, ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { DeckProps, Layer } from '@deck.gl/core';
import type { Geometry } from '../layers/geometry';
import { DECK_BEFORE, DECK_ORDER } from '../layers/order';
import type { DeckId } from '../layers/order';
import { placeRings } from '../layers/places';
import type { Ring, RingEdge } from '../layers/places';
import { buildSchematics } from '../layers/schematics';
import type { DeckDot, DeckPath, Schematics } from '../layers/schematics';
import type { MapState } from './map-options';
import type { ownLayers } from './own-layers';

/** Where deck's layers go in MapLibre's order; understood by the overlay, unknown to deck's own types. */
const PLACE = { beforeId: DECK_BEFORE };
/** Painted in order on flat ground: depth would make lines that cross hide each other. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;

const copy = ([lon, lat]: readonly [number, number]): [number, number] => [lon, lat];

/** Ground size, metres, of a CSS px of line width where the line is at its full width: at zoom 7 and nearer, half of it at zoom 6. */
const METRES_PER_PIXEL = 530;

const paths = (id: DeckId, data: readonly (DeckPath | RingEdge)[], [least, most]: readonly [number, number]): Layer =>
  new PathLayer<DeckPath | RingEdge>({
    id,
    data,
    getPath: ({ path }) => path.map(copy),
    getColor: ({ colour }) => colour,
    getWidth: ({ width }) => width * METRES_PER_PIXEL,
    widthUnits: 'meters',
    widthMinPixels: least,
    widthMaxPixels: most,
    jointRounded: true,
    capRounded: true,
    parameters: FLAT,
    ...PLACE
  });

const dots = (data: readonly DeckDot[]): Layer =>
  new ScatterplotLayer<DeckDot>({
    id: 'pair-ends' satisfies DeckId,
    data,
    getPosition: ({ position }) => copy(position),
    getFillColor: ({ colour }) => colour,
    getRadius: ({ radius }) => radius,
    radiusUnits: 'pixels',
    parameters: FLAT,
    ...PLACE
  });

const rings = (data: readonly Ring[]): Layer =>
  new ScatterplotLayer<Ring>({
    id: 'rings' satisfies DeckId,
    data,
    getPosition: ({ position }) => copy(position),
    getFillColor: ({ colour }) => colour,
    getRadius: ({ radius }) => radius,
    radiusUnits: 'meters',
    radiusMinPixels: 2.5,
    parameters: FLAT,
    ...PLACE
  });

function deckLayers(lines: Schematics, { discs, edges }: ReturnType<typeof placeRings>): Layer[] {
  const layers: Record<DeckId, Layer> = {
    ribbons: paths('ribbons', lines.ribbons, [7, 18]),
    'ribbon-cores': paths('ribbon-cores', lines.ribbonCores, [1.5, 2.5]),
    loops: paths('loops', lines.loops, [1.8, 3]),
    pairs: paths('pairs', lines.pairs, [3, 4]),
    'pair-ends': dots(lines.pairEnds),
    rings: rings(discs),
    'ring-edges': paths('ring-edges', edges, [0.8, 1.2])
  };
  return DECK_ORDER.map((id) => layers[id]);
}

type Device = Parameters<NonNullable<DeckProps['onDeviceInitialized']>>[0];

/** Draws with deck what MapLibre cannot, between its lines and its labels. To be added once the map has loaded. */
export class SchematicOverlay {
  readonly control: MapLibreOverlay;
  #schematic: Layer[] = [];
  #own: MapState['own'];
  #drawOwn: typeof ownLayers | undefined;
  #device: Device | undefined;

  /** @param cursor the CSS cursor that is wanted now: deck would set its own on every frame */
  constructor(cursor: () => string) {
    this.control = new MapLibreOverlay({ interleaved: true, layers: [], getCursor: cursor, onDeviceInitialized: (device) => (this.#device = device) });
  }

  /**
   * To be called when the control is off the map. deck leaves watching the canvas to the device, which here is not its own to close:
   * its listener for a change of resolution would keep the map, and all that it has drawn, in memory.
   */
  destroy(): void {
    this.#device?.canvasContext?.destroy();
    this.#device = undefined;
  }

  apply({ view, tokens, own }: MapState, geometry: Geometry): void {
    // ribbons and loops would lie over a reader's rows: the zones' outlines and hatches stay
    const zones = own ? { ...view, zones: [] } : view;
    const schematic = deckLayers(buildSchematics(zones, geometry, tokens), placeRings(view.places, tokens));
    // beside own rows most are empty; each would still compile its shaders. The own layers keep their place
    this.#schematic = own ? schematic.filter(({ props: { data } }) => !Array.isArray(data) || data.length > 0) : schematic;
    this.#own = own;
    // most maps have no rows of a reader's own, and need not fetch what draws them
    if (own && !this.#drawOwn) void import('./own-layers').then((module) => this.#draw((this.#drawOwn = module.ownLayers)));
    else this.#draw(this.#drawOwn);
  }

  #draw(drawOwn: typeof ownLayers | undefined): void {
    this.control.setProps({ layers: [...this.#schematic, ...(drawOwn?.(this.#own) ?? [])] });
  }
}
