import { ScatterplotLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { DECK_BEFORE } from '../layers/order';
import type { BinaryData, RowDrawing, RowRing } from './drawing';
import { HexagonLayer } from './hexagon-layer';

const PLACE = { beforeId: DECK_BEFORE };
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

/** deck's layers for a reader's own rows, from the ground up. Points and hexagons are always there: their shaders are made while the reader still looks for a file. */
export function ownLayers(drawing: RowDrawing | undefined): Layer[] {
  const { points, hexagons, rings = [], marked, colours } = drawing ?? {};
  const ring = (id: string, data: readonly RowRing[], colour: (ring: RowRing) => RowRing['colour'], width: number): Layer =>
    new ScatterplotLayer<RowRing>({
      id,
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
      ...PLACE
    });
  return [
    new HexagonLayer({
      id: 'own-hexagons',
      data: hexagons?.data ?? WARM,
      getRadius: COVERAGE * (hexagons?.radius ?? 0),
      radiusUnits: 'common',
      stroked: false,
      updateTriggers: { getRadius: hexagons?.radius },
      parameters: FLAT,
      ...PLACE
    }),
    new ScatterplotLayer({
      id: 'own-points',
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
      ...PLACE
    }),
    ...(rings.length > 0 ? [ring('own-ring-halos', rings, ({ halo }) => halo, 4), ring('own-rings', rings, ({ colour }) => colour, 2)] : []),
    ...(marked ? [mark(marked, colours)] : [])
  ];
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
    parameters: FLAT,
    ...PLACE
  });
