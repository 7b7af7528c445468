import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { expect, it } from 'vitest';
import { flatBasemap } from '#lib/map/runtime/flat-basemap';

const style: StyleSpecification = {
  version: 8,
  projection: { type: 'globe' },
  terrain: { source: 'heights' },
  sky: {},
  glyphs: 'https://tiles.example/{fontstack}/{range}.pbf',
  sources: {
    base: { type: 'vector', url: 'https://tiles.example/base.json' },
    photo: { type: 'raster', tiles: ['https://tiles.example/{z}/{x}/{y}.jpg'] },
    heights: { type: 'raster-dem', url: 'https://tiles.example/heights.json' },
    film: { type: 'video', urls: ['https://tiles.example/film.mp4'], coordinates: [[0, 1], [1, 1], [1, 0], [0, 0]] } // prettier-ignore
  },
  layers: [
    { id: 'ground', type: 'background' },
    { id: 'photo', type: 'raster', source: 'photo' },
    { id: 'film', type: 'raster', source: 'film' },
    { id: 'shade', type: 'hillshade', source: 'heights' },
    { id: 'heat', type: 'heatmap', source: 'base', 'source-layer': 'people' },
    { id: 'roads', type: 'line', source: 'base', 'source-layer': 'roads' },
    {
      id: 'houses',
      type: 'fill-extrusion',
      source: 'base',
      'source-layer': 'houses',
      minzoom: 14,
      paint: { 'fill-extrusion-color': '#ccc', 'fill-extrusion-height': 20 }
    }
  ]
};

it('takes out of a basemap what MapLibre is built without, and nothing else', () => {
  const flat = flatBasemap(style);
  expect(Object.keys(flat).sort()).toEqual(['glyphs', 'layers', 'sources', 'version']);
  expect(Object.keys(flat.sources)).toEqual(['base', 'photo']);
  expect(flat.layers.map(({ id }) => id)).toEqual(['ground', 'photo', 'roads', 'houses']);
});

it('draws houses as their ground', () => {
  expect(flatBasemap(style).layers.at(-1)).toEqual({
    id: 'houses',
    type: 'fill',
    source: 'base',
    'source-layer': 'houses',
    minzoom: 14,
    paint: { 'fill-color': '#ccc' }
  });
});
