import { ScatterplotLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { DECK_BEFORE } from '../layers/order';
import type { BinaryData, RowDrawing, RowLayer, RowRing } from './drawing';
import { HexagonLayer } from './hexagon-layer';

/** Cells cover the ground and stay below the map's names; points and rings are small, and are what the reader looks for: nothing covers them. */
const BELOW_NAMES = { beforeId: DECK_BEFORE };
/** More points than this would leave no name to be read: they are a cloud, and stay below, too. */
const FEW = 2000;
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;
/** of a cell that its hexagon fills, so that a line is left between neighbours */
const COVERAGE = 0.96;
/** One clear point at the pole: a layer that draws it has made its shaders by the time that there are rows to draw. */
const WARM: BinaryData = {
  length: 1,
  attributes: {
    getPosition: { value: new Float32Array([0, -89]), size: 2 },
    getFillColor: { value: new Uint8Array(4), size: 4, normalized: true }
  }
};
/** What waits for the first rows: that layer takes over what has been made. */
const WAITING: readonly RowLayer[] = [{ id: '1', rings: [] }];

/** deck's layers for a reader's own rows, from the ground up: cells, clouds, points and rings, the row that is looked at. */
export function ownLayers(drawing: RowDrawing | undefined): Layer[] {
  const { layers = [], marked, colours } = drawing ?? {};
  const all = layers.length > 0 ? layers : WAITING;
  return [...all.map(cells), ...all.flatMap((layer) => [points(layer), ...rings(layer)]), ...(marked ? [mark(marked, colours)] : [])];
}

// always there, as points are: shaders are made while the reader still looks for a file
const cells = ({ id, hexagons }: RowLayer): Layer =>
  new HexagonLayer({
    id: `own-hexagons-${id}`,
    data: hexagons?.data ?? WARM,
    getRadius: COVERAGE * (hexagons?.radius ?? 0),
    radiusUnits: 'common',
    stroked: false,
    updateTriggers: { getRadius: hexagons?.radius },
    parameters: FLAT,
    ...BELOW_NAMES
  });

const points = ({ id, points }: RowLayer): Layer =>
  new ScatterplotLayer({
    id: `own-points-${id}`,
    data: points?.data ?? WARM,
    getRadius: points?.radius ?? 1,
    getFillColor: points?.colour ?? [0, 0, 0, 0],
    radiusUnits: 'pixels',
    stroked: points?.halo !== undefined,
    getLineColor: points?.halo ?? [0, 0, 0, 0],
    getLineWidth: 1,
    lineWidthUnits: 'pixels',
    updateTriggers: { getFillColor: points, getLineColor: points, getRadius: points },
    parameters: FLAT,
    ...(points && points.data.length > FEW ? BELOW_NAMES : {})
  });

function rings({ id, rings: data }: RowLayer): Layer[] {
  const ring = (part: string, colour: (ring: RowRing) => RowRing['colour'], width: number, place: object = {}): Layer =>
    new ScatterplotLayer<RowRing>({
      id: `own-${part}-${id}`,
      data,
      getPosition: ({ position }) => [...position],
      getRadius: ({ radius }) => radius,
      getLineColor: colour,
      getLineWidth: width,
      filled: false,
      stroked: true,
      radiusUnits: 'pixels',
      lineWidthUnits: 'pixels',
      updateTriggers: { getLineColor: data },
      parameters: FLAT,
      ...place
    });
  // a halo above names would cut them in two
  return data.length > 0 ? [ring('ring-halos', ({ halo }) => halo, 4, BELOW_NAMES), ring('rings', ({ colour }) => colour, 2)] : [];
}

const mark = (position: readonly [number, number], colours: RowDrawing['colours'] | undefined): Layer =>
  new ScatterplotLayer<readonly [number, number]>({
    id: 'own-mark',
    data: [position],
    getPosition: ([lon, lat]) => [lon, lat],
    getRadius: 9,
    getFillColor: colours?.mark ?? [0, 0, 0, 0],
    getLineColor: colours?.halo ?? [0, 0, 0, 0],
    getLineWidth: 2.5,
    stroked: true,
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    updateTriggers: { getFillColor: colours, getLineColor: colours },
    parameters: FLAT
  });
