import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { licences } from './scripts/steps/licences.ts';
import { leanMessages } from './src/i18n/lean-messages.ts';
import { paraglideOptions } from './src/i18n/paraglide-options.ts';

const { site, worker } = licences();

export default defineConfig({
  plugins: [paraglideVitePlugin(paraglideOptions), leanMessages(), sveltekit(), site],
  envPrefix: 'PUBLIC_',
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // what most pages share comes in one file: a third fewer requests, and what is in it does not change with every import
      output: { codeSplitting: { groups: [{ name: 'common', test: /\/src\/lib\//, minShareCount: 9 }] } }
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
