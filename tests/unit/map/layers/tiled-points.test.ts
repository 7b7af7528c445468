import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { LAYER_ORDER } from '#lib/map/layers/order';
import { TILED_BEFORE, TILED_SOURCE, tiledLayers, tiledSource } from '#lib/map/layers/tiled-points';
import { tokensFromCss } from './fixtures';

describe('the layer of very many points', () => {
  test.each([
    [
      { kind: 'archive', url: '/t/a.pmtiles' },
      { type: 'vector', url: 'pmtiles://https://site.example/t/a.pmtiles' }
    ],
    [
      { kind: 'archive', url: 'https://cdn.example/a.pmtiles' },
      { type: 'vector', url: 'pmtiles://https://cdn.example/a.pmtiles' }
    ],
    [
      { kind: 'server', url: '/t/{z}/{x}/{y}' },
      { type: 'vector', tiles: ['https://site.example/t/{z}/{x}/{y}'], minzoom: 0, maxzoom: 15 }
    ]
  ] as const)('reads %j', (address, source) => {
    expect(tiledSource(address, 'https://site.example')).toEqual(source);
  });

  test('is a valid style in both themes, the same layers whoever serves the tiles', () => {
    for (const theme of ['light', 'dark'] as const) {
      const layers = tiledLayers(tokensFromCss(theme));
      const sources = { [TILED_SOURCE]: tiledSource({ kind: 'server', url: '/{z}/{x}/{y}' }, 'https://site.example') };
      expect(validateStyleMin({ version: 8, sources, layers }).map(({ message }) => message)).toEqual([]);
      expect(layers.every(({ id }) => !(LAYER_ORDER as readonly string[]).includes(id))).toBe(true);
    }
    expect(LAYER_ORDER).toContain(TILED_BEFORE);
  });
});
