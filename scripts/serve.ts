import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listen } from './steps/listen';
import { serveStatic } from './steps/serve-static';

/* Serve the site as `npm run build` made it, on this machine: `npm run serve`; `--port 8080 --dir build` or PORT to change it. */
const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' }, dir: { type: 'string' } } });
const dir = values.dir ?? 'build';
const base = process.env.BASE_PATH ?? '';

if (!existsSync(dir)) {
  console.error(`${dir}/ is missing: run \`npm run build\` first.`);
  process.exit(1);
}
listen(serveStatic(dir, base), `${dir}/`, { port: Number(values.port ?? process.env.PORT ?? 4173), host: values.host ?? '127.0.0.1', base });
