import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SvelteKit adapter for `npm start`: the bundled site with its server side, which draws pages when they are asked for
 * (scripts/steps/serve-on-demand.ts). Plain JavaScript: svelte.config.js is read without a compiler.
 * @param {string} dir where to write client/ and server/
 * @returns {import('@sveltejs/kit').Adapter}
 */
export const onDemand = (dir) => ({
  name: 'on-demand',
  adapt(builder) {
    builder.rimraf(dir);
    builder.writeClient(join(dir, 'client'));
    builder.writeServer(join(dir, 'server'));
    const manifest = builder.generateManifest({ relativePath: '.', routes: builder.routes });
    writeFileSync(join(dir, 'server/manifest.js'), `export const manifest = ${manifest};\n`);
  }
});
