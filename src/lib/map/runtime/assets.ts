import { prewarm, setWorkerUrl } from 'maplibre-gl';
import maplibreCss from 'maplibre-gl/dist/maplibre-gl.css?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import controlsCss from './controls.css?url';

let ready: Promise<void> | undefined;

/**
 * Tell MapLibre where its worker is, and link the style sheets: imported in the usual way, they would be linked
 * in the prerendered page and hold up first paint. Resolves when the sheets apply, or cannot be had.
 */
export function loadAssets(): Promise<void> {
  ready ??= link();
  return ready;
}

async function link(): Promise<void> {
  setWorkerUrl(workerUrl);
  // the worker starts while outlines are still on their way
  prewarm();
  const sheets = [maplibreCss, controlsCss].map(
    (href) =>
      new Promise<void>((resolve) => {
        const sheet = document.createElement('link');
        sheet.rel = 'stylesheet';
        sheet.href = href;
        sheet.addEventListener('load', () => resolve());
        sheet.addEventListener('error', () => resolve());
        document.head.append(sheet);
      })
  );
  await Promise.all(sheets);
}
