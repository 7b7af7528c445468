import { ColumnLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { DECK_BEFORE } from '../layers/order';
import type { BinaryData, OwnDrawing, OwnRing } from '../layers/own-drawing';

const PLACE = { beforeId: DECK_BEFORE };
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;
const EMPTY: BinaryData = { length: 0, attributes: { getPosition: { value: new Float32Array(0), size: 2 } } };

/** deck's layers for a reader's own rows, from the ground up; always all of them, so that their place stays. */
export function ownLayers(drawing: OwnDrawing | undefined): Layer[] {
  const { points, hexagons, rings = [], marked, colours } = drawing ?? {};
  const ring = (id: string, data: readonly OwnRing[], colour: (ring: OwnRing) => OwnRing['colour'], width: number): Layer =>
    new ScatterplotLayer<OwnRing>({
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
    new ColumnLayer({
      id: 'own-hexagons',
      data: hexagons?.data ?? EMPTY,
      diskResolution: 6,
      // the library's own disk has a corner in the east; ours in the north
      angle: 30,
      radius: hexagons?.radius ?? 1,
      radiusUnits: 'common',
      coverage: 0.96,
      extruded: false,
      material: false,
      parameters: FLAT,
      ...PLACE
    }),
    new ScatterplotLayer({
      id: 'own-points',
      data: points?.data ?? EMPTY,
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
    ring('own-ring-halos', rings, ({ halo }) => halo, 4),
    ring('own-rings', rings, ({ colour }) => colour, 2),
    new ScatterplotLayer<readonly [number, number]>({
      id: 'own-mark',
      data: marked ? [marked] : [],
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
    })
  ];
}
