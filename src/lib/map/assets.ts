import { setWorkerUrl } from 'maplibre-gl';
import cssUrl from 'maplibre-gl/dist/maplibre-gl.css?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

let ready: Promise<void> | undefined;

/**
 * Tell MapLibre where its worker is, and link its style sheet: imported in the usual way, the sheet would be linked
 * in the prerendered page and hold up first paint. Resolves when the sheet applies, or cannot be had.
 */
export function loadAssets(): Promise<void> {
  ready ??= new Promise((resolve) => {
    setWorkerUrl(workerUrl);
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = cssUrl;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
  return ready;
}
