import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { onDemand } from './scripts/steps/on-demand-adapter.js';

/** Path under which the site is served, e.g. "/clusters"; empty at a domain's root. */
const base = /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '');
/** An optional online basemap is the only reason to leave the origin; see README. */
const basemapOrigins = (process.env.PUBLIC_BASEMAP_ORIGINS ?? '').split(/\s+/).filter(Boolean);

/** Set by `npm start`: the folder of a build whose pages are drawn when they are asked for; src/routes/+layout.ts heeds it too. */
const onDemandDir = process.env.PUBLIC_ON_DEMAND;

/**
 * A link to an anchor that is not there ends the build. What follows the # of a pitch is its shortlist and no anchor.
 * @param {{ path: string; id: string; message: string }} missing
 */
function anchorOrState({ path, id, message }) {
  if (!(path.endsWith('/pitch/') && id.startsWith('z='))) throw new Error(message);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  // whoever wants to know what the site is made with finds it in licences.txt
  compilerOptions: { discloseVersion: false },
  kit: {
    // what tests generate has a version of its own: written over that of a build that runs beside, no page of it would start
    outDir: process.env.VITEST ? '.svelte-kit/test' : '.svelte-kit',
    adapter: onDemandDir ? onDemand(onDemandDir) : adapter({ fallback: '404.html' }),
    paths: { base, relative: false },
    // a page had some fifteen sheets of a few hundred bytes; in its HTML they need no requests, and compress better
    inlineStyleThreshold: 6000,
    // src/lib/site/offline registers it, when the page has nothing better to do
    serviceWorker: { register: false },
    alias: { '#lib': 'src/lib' },
    // scripts, tool configuration and the service worker (it needs no types of its own) are type-checked with the rest
    typescript: {
      config: (config) => {
        config.include.push('../scripts/**/*.ts', '../*.config.ts');
        config.exclude = config.exclude.filter((/** @type {string} */ path) => !path.includes('service-worker'));
      }
    },
    prerender: onDemandDir
      ? { entries: [], crawl: false, handleUnseenRoutes: 'ignore' }
      : { handleHttpError: 'fail', handleMissingId: anchorOrState, entries: ['*', '/en/', '/en/embed/', '/en/cards.json'] },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // the one style attribute that the framework itself writes: its hidden route announcer
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:', ...basemapOrigins],
        'connect-src': ['self', ...basemapOrigins],
        'worker-src': ['self', 'blob:'],
        'font-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self']
      }
    }
  }
};
