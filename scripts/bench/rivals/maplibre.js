import { MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import { box, frame, loadCounties, mark } from './page.js';

/* MapLibre and nothing else: the floor for any map of these polygons. */
setWorkerUrl('maplibre-gl-worker.mjs');
const map = new MapLibreMap({
  container: box,
  style: {
    version: 8,
    sources: { counties: { type: 'geojson', data: await loadCounties(), promoteId: 'adcode' } },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': '#dfe8ee' } },
      {
        id: 'fill',
        type: 'fill',
        source: 'counties',
        paint: { 'fill-color': ['case', ['boolean', ['feature-state', 'lit'], false], '#2b7a78', '#f3f0e8'] }
      },
      { id: 'line', type: 'line', source: 'counties', paint: { 'line-color': '#8d9aa5', 'line-width': 1 } }
    ]
  },
  bounds: [118.02, 27.03, 122.95, 31.19],
  fitBoundsOptions: { padding: 28 },
  renderWorldCopies: false
});
map.once('idle', () => mark('drawn'));

/** Recolour all counties, as another layout would. */
window.restyle = async (lit) => {
  for (const { id } of map.querySourceFeatures('counties')) map.setFeatureState({ source: 'counties', id }, { lit });
  await map.once('idle');
  await frame();
};
