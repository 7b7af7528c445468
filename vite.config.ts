import { availableParallelism } from 'node:os';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { maplibre } from './scripts/maplibre/from-source.ts';
import { licences } from './scripts/steps/licences.ts';
import { leanMessages } from './src/i18n/lean-messages.ts';
import { paraglideOptions } from './src/i18n/paraglide-options.ts';

const { site, worker } = licences();

/** Tests read the messages as `npm run messages` has left them: written anew, they would change under a build that runs beside. */
const underTest = Boolean(process.env.VITEST);

/*
 * Chunks that pages share. Left alone there would be fifty small ones on the start page, and small files compress badly.
 * What is captured takes along all that it imports.
 */
const CHUNKS = [
  // the frame of every page (frameworks, header), and what the lists of documents, stories, sectors and units show
  {
    name: 'frame',
    priority: 6,
    test: /\/src\/routes\/\+layout\.svelte$|vite\/preload-helper|\/src\/lib\/(facts\/(clause-anchor|status-text|StatusBadge|Waters|ZoneMark)|paraglide\/registry|design\/(Badge|MixedText|Notice|page\/Page|browser\/approach))\./
  },
  // marks and their list: not on the start page until all facts are there
  {
    name: 'sources',
    priority: 5,
    test: /\/src\/lib\/(facts\/(Citations|References|mark\.svelte|note-letter|source-key|standing-sign|clause-text)|atlas\/clause-label)\./
  },
  // facts with their sources: what nearly every other page shows
  { name: 'common', priority: 4, test: /\/src\/lib\/(schema|design|atlas|facts)\//, minShareCount: 9 },
  { name: 'terms', priority: 5, test: /\/src\/lib\/facts\/(place-text|terms)\.ts$/ },
  // pages about one thing: zones, units, sectors
  { name: 'figures', priority: 3, test: /\/src\/lib\/(facts\/target-text|design\/KeyFigure)\./ },
  { name: 'parts', priority: 3, test: /\/src\/lib\/(facts\/(MapGround|MarkShape|PickLink|Standing|unit-names)|design\/Disclosure)\./ },
  // small rules that many pages ask about places and sectors
  { name: 'rules', priority: 3, test: /\/src\/lib\/(atlas\/(related-places|sectors-named)|facts\/(place-path|tone))\.ts$/ },
  {
    name: 'thing',
    priority: 2,
    test: /\/src\/lib\/(features\/zones\/(Locator|Incentives)|design\/(Section|page\/(Masthead|PrintFoot))|facts\/(FactRow|LinkButton|OtherMeasures|PlaceLine|TargetList|ZoneLine))\./
  },
  // kept apart, or pages that load outlines only would get the explorer too
  { name: 'outlines', priority: 2, test: /\/src\/lib\/atlas\/load-topology\.ts$/ },
  // what the map and the pages around it share
  { name: 'view', priority: 1, test: /\/src\/lib\/atlas\/(view|short-name|tiles-address)\.ts$/ },
  {
    name: 'explorer',
    test: /\/src\/lib\/(features\/explorer\/(MapStage\.svelte|facts\.svelte|outlines\.svelte)|facts\/(StaticMap|ZoneList|ZoneShape)\.svelte|map\/runtime\/(MapRemarks|attempts))/
  }
];

export default defineConfig({
  plugins: [!underTest && paraglideVitePlugin(paraglideOptions), leanMessages(), maplibre(), sveltekit(), site],
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
  optimizeDeps: { include: ['@e965/xlsx', 'fflate', 'hyparquet', 'saxen', 'shpjs', 'topojson-client', '@turf/point-on-feature'] },
  test: {
    include: ['tests/{unit,data,architecture,postgis}/**/*.test.ts'],
    // pictures read their colours from it; other style sheets are of no interest here
    css: { include: [/tokens\.css/] },
    // vitest leaves a core to others by default, of two one half
    maxWorkers: availableParallelism(),
    // on a busy machine; what hangs is found all the same
    testTimeout: 60_000
  }
});
