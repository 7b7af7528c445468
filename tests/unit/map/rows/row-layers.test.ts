import { expect, test } from 'vitest';
import { DECK_BEFORE } from '#lib/map/layers/order';
import type { Rgba } from '#lib/map/layers/colour';
import type { RowLayer } from '#lib/map/rows/drawing';
import { ownLayers } from '#lib/map/rows/row-layers';

const INK: Rgba = [0, 0, 0, 255];
const drawing = (...layers: RowLayer[]) => ownLayers({ layers, colours: { mark: INK, halo: INK }, marked: [120, 30] });
const points = (id: string, length: number): RowLayer => ({
  id,
  points: { data: { length, attributes: { getPosition: { value: new Float32Array(2 * length), size: 2 } } }, colour: INK, radius: 4, halo: INK },
  rings: [{ position: [120, 30], radius: 8, colour: INK, halo: INK }]
});
const idsOf = (layers: ReturnType<typeof ownLayers>) => layers.map(({ id }) => id);
const belowNames = (layers: ReturnType<typeof ownLayers>) =>
  layers.filter(({ props }) => 'beforeId' in props && props.beforeId === DECK_BEFORE).map(({ id }) => id);

test('points and rings lie above the names of the map; cells and clouds of points, which would leave none to be read, below', () => {
  const layers = drawing(points('few', 2000), points('many', 2001));
  expect(belowNames(layers)).toEqual(['own-hexagons-few', 'own-hexagons-many', 'own-ring-halos-few', 'own-points-many', 'own-ring-halos-many']);
});

test('of several tables the upper one’s points are drawn last, and the row that is looked at above all', () => {
  const drawn = idsOf(drawing(points('lower', 1), points('upper', 1)));
  expect(drawn.filter((id) => id.startsWith('own-points'))).toEqual(['own-points-lower', 'own-points-upper']);
  expect(drawn.at(-1)).toBe('own-mark');
});

test('what is sent to the graphics card is sent as it is', () => {
  const layer = points('a', 3);
  expect(drawing(layer).find(({ id }) => id === 'own-points-a')?.props.data).toBe(layer.points?.data);
});

test('shaders are made before there are rows, in the layers that the first table takes over', () => {
  expect(idsOf(ownLayers(undefined))).toEqual(['own-hexagons-1', 'own-points-1']);
});
