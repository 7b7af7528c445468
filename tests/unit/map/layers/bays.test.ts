import type { Feature, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { shoresOf, withoutBays } from '#lib/map/layers/bays';
import { decodeGeometry } from '#lib/map/layers/geometry';
import inside from '@turf/boolean-point-in-polygon';
import { publishedTopology } from './fixtures';

const box = (west: number, south: number, east: number, north: number): Feature<Polygon> => ({
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
        [west, south]
      ]
    ]
  }
});

test('a line ends where a bay begins, and goes on behind it', () => {
  const { coordinates } = withoutBays({ type: 'MultiLineString', coordinates: [[[0, 0], [10, 0]], [[0, 5], [10, 5]]] }, [box(4, -1, 6, 1)]); // prettier-ignore
  expect(coordinates.map((line) => [line[0]![0], line.at(-1)![0]].map((x) => Math.round(x!)))).toEqual([
    [0, 4],
    [6, 10],
    [0, 10]
  ]);
});

test('a bay has shores but for its mouth, which lies outside the region', () => {
  expect(shoresOf([box(4, -1, 12, 1)], [box(0, -5, 10, 5)])).toEqual([
    [
      [4, -1],
      [4, 1]
    ],
    [
      [4, 1],
      [12, 1]
    ],
    [
      [12, -1],
      [4, -1]
    ]
  ]);
});

test.each(['overview', 'focus'] as const)('no line of the published %s runs over a bay', (name) => {
  const { water, countyLines, prefectureLines } = decodeGeometry(publishedTopology(name));
  const bays = water.features.filter(({ properties }) => properties.kind === 'estuary') as Feature<Polygon>[];
  expect(bays.length).toBeGreaterThan(0);
  const middles = [countyLines, prefectureLines].flatMap(({ geometry }) =>
    geometry.coordinates.flatMap((line) => line.slice(1).map((point, i) => [(point[0]! + line[i]![0]!) / 2, (point[1]! + line[i]![1]!) / 2]))
  );
  expect(middles.filter((at) => bays.some((bay) => inside(at, bay)))).toEqual([]);
});
