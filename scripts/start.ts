import { scriptArguments, spokenLanguage } from './steps/arguments';
import { runTool } from './steps/checks/run-tool';
import { listen } from './steps/listen';
import { packDir } from './steps/pack/pack-dir';
import { refusalOf } from './steps/problem';
import { serveOnDemand } from './steps/serve-on-demand';

/*
 * Look at the site soon after a checkout: `npm start`. Data and code are built as for `npm run build`, but pages are drawn when they are asked
 * for, nothing is compressed, and there is no offline copy. `--port 8080` or PORT to change the port, `--pack PATH` for another pack.
 */
const { values, env } = read();
const base = process.env.BASE_PATH ?? '';
const OUT = '.svelte-kit/on-demand';

const built =
  (await runTool('tsx', ['scripts/geodata.ts'], { env })) && (await runTool('vite', ['build', '--logLevel', 'warn'], { env: { PUBLIC_ON_DEMAND: OUT } }));
if (!built) process.exit(1);
const handler = await serveOnDemand(OUT, base);
listen(handler, 'the site, its pages drawn on demand,', { port: Number(values.port ?? process.env.PORT ?? 4173), host: values.host ?? '127.0.0.1', base });

/** What it was called with; a mistake in that ends it. */
function read() {
  try {
    const asked = scriptArguments({ port: { type: 'string' }, host: { type: 'string' } }).values;
    return { values: asked, env: asked.pack === undefined ? ({} as Record<string, string>) : { GEODATA_PACK: packDir(asked.pack) } };
  } catch (error) {
    console.error(refusalOf(error, spokenLanguage()));
    process.exit(1);
  }
}
