import { MapLibreMap, prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { IMAGE_RATIO, paintImage } from '#lib/map/runtime/paint-image';
import type { Floor } from './prepare';

/* The floor of the site's map: MapLibre as the site builds it, the site's own style and data, and nothing else: no panel, no framework, no facts. */
setWorkerUrl(workerUrl);
prewarm();

const container = document.getElementById('map');
if (!container) throw new Error('the page has no place for the map');
const query = new URLSearchParams(location.search);
for (const side of ['width', 'height'] as const) container.style[side] = `${query.get(side) ?? '800'}px`;

const { style, tokens, box } = (await (await fetch('./map.json')).json()) as Floor;
const map = new MapLibreMap({
  container,
  style,
  validateStyle: false,
  bounds: [...box],
  // as the site frames a layout
  fitBoundsOptions: { padding: { top: 28, bottom: 28, left: 40, right: 40 } },
  maxZoom: 15,
  maxPitch: 0,
  renderWorldCopies: false,
  attributionControl: false,
  dragRotate: false,
  fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150
});
map.setMissingStyleImageResolver((id) => {
  const image = paintImage(id, tokens);
  if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: IMAGE_RATIO });
});
await map.once('idle');
performance.mark('bench:drawn');
document.title = 'drawn';
