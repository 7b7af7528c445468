import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { paraglideOptions } from './src/i18n/paraglide-options.ts';

export default defineConfig({
  plugins: [paraglideVitePlugin(paraglideOptions), sveltekit()],
  envPrefix: 'PUBLIC_',
  build: { target: 'es2022', chunkSizeWarningLimit: 1200, rolldownOptions: { checks: { pluginTimings: false } } },
  worker: { format: 'es' },
  test: {
    include: ['tests/{unit,data,architecture}/**/*.test.ts'],
    testTimeout: 20_000
  }
});
