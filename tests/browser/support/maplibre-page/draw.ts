import { MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

/*
 * One of each that the site's map draws with: fill, dashed line, circle coloured by feature state, icon, letters, out of GeoJSON cut up by
 * the worker. tests/browser/maplibre.spec.ts builds it both ways and compares.
 */
setWorkerUrl(workerUrl);

const square = (half: number) => [
  [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half]
  ]
];
const map = new MapLibreMap({
  container: 'map',
  center: [0, 0],
  zoom: 3,
  fadeDuration: 0,
  attributionControl: false,
  canvasContextAttributes: { preserveDrawingBuffer: true },
  style: {
    version: 8,
    sources: {
      shapes: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: [
            { type: 'Feature', id: 1, properties: { kind: 'area' }, geometry: { type: 'Polygon', coordinates: square(12) } },
            { type: 'Feature', id: 2, properties: { kind: 'point' }, geometry: { type: 'Point', coordinates: [-6, 0] } },
            { type: 'Feature', id: 3, properties: { kind: 'name', name: '钱塘 Qiantang' }, geometry: { type: 'Point', coordinates: [0, 6] } },
            { type: 'Feature', id: 4, properties: { kind: 'icon' }, geometry: { type: 'Point', coordinates: [6, 0] } }
          ]
        }
      }
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#ffffff' } },
      { id: 'fill', type: 'fill', source: 'shapes', filter: ['==', ['get', 'kind'], 'area'], paint: { 'fill-color': '#ffe0a0', 'fill-antialias': false } },
      {
        id: 'line',
        type: 'line',
        source: 'shapes',
        filter: ['==', ['get', 'kind'], 'area'],
        paint: { 'line-color': '#c00000', 'line-width': 6, 'line-dasharray': [3, 1] }
      },
      {
        id: 'circle',
        type: 'circle',
        source: 'shapes',
        filter: ['==', ['get', 'kind'], 'point'],
        paint: { 'circle-radius': 12, 'circle-color': ['case', ['boolean', ['feature-state', 'chosen'], false], '#0000c0', '#808080'] }
      },
      {
        id: 'name',
        type: 'symbol',
        source: 'shapes',
        filter: ['==', ['get', 'kind'], 'name'],
        layout: { 'text-field': ['get', 'name'], 'text-size': 24, 'text-font': ['sans-serif'] },
        paint: { 'text-color': '#006000' }
      },
      { id: 'icon', type: 'symbol', source: 'shapes', filter: ['==', ['get', 'kind'], 'icon'], layout: { 'icon-image': 'mark' } }
    ]
  }
});

const mark = new Uint8Array(20 * 20 * 4).map((_, i) => [192, 0, 192, 255][i % 4] ?? 0);
map.setMissingStyleImageResolver(() => void map.addImage('mark', { width: 20, height: 20, data: mark }));
await map.once('idle');
map.setFeatureState({ source: 'shapes', id: 2 }, { chosen: true });
await map.once('idle');

const { dataset } = document.documentElement;
dataset.picture = map.getCanvas().toDataURL();
dataset.found = [...new Set(map.queryRenderedFeatures().map(({ layer }) => layer.id))].sort().join(' ');
document.title = 'drawn';
