import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { licences } from './scripts/steps/licences.ts';
import { leanMessages } from './src/i18n/lean-messages.ts';
import { paraglideOptions } from './src/i18n/paraglide-options.ts';

const { site, worker } = licences();

/*
 * Chunks that pages share. Left alone there would be fifty small ones on the start page, and small files compress badly.
 * What is captured takes along all that it imports.
 */
const CHUNKS = [
  // the frame of every page (frameworks, header), and what nearly every page shows
  {
    name: 'frame',
    priority: 3,
    test: /\/src\/routes\/\+layout\.svelte$|vite\/preload-helper|\/src\/lib\/(facts\/(status-text|Citations|NoteList|StatusBadge|TierMark)|atlas\/(atlas|load-atlas)|schema\/terms|paraglide\/registry|design\/(Notice|page\/Page|browser\/approach))\./
  },
  { name: 'common', priority: 2, test: /\/src\/lib\//, minShareCount: 9 },
  // kept apart, or pages that load outlines only would get the explorer too
  { name: 'outlines', priority: 1, test: /\/src\/lib\/atlas\/load-topology\.ts$/ },
  { name: 'explorer', test: /\/src\/lib\/features\/explorer\/MapStage\.svelte$/ }
];

export default defineConfig({
  plugins: [paraglideVitePlugin(paraglideOptions), leanMessages(), sveltekit(), site],
  envPrefix: 'PUBLIC_',
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: CHUNKS } }
    }
  },
  worker: { format: 'es', plugins: () => [worker()] },
  // the importer's readers are loaded when a file needs them: without this the development server would reload the page then
  optimizeDeps: { include: ['fflate', 'hyparquet', 'saxen', 'shpjs', 'topojson-client', '@turf/point-on-feature'] },
  test: {
    include: ['tests/{unit,data,architecture,postgis}/**/*.test.ts'],
    // pictures read their colours from it; other style sheets are of no interest here
    css: { include: [/tokens\.css/] },
    testTimeout: 20_000
  }
});
