import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { serveStatic } from './steps/serve-static';

/* Serve the built site on this machine: part of `npm start`; `--port 8080 --dir build` or PORT to change it. */
const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' }, dir: { type: 'string' } } });
const port = Number(values.port ?? process.env.PORT ?? 4173);
const host = values.host ?? '127.0.0.1';
const dir = values.dir ?? 'build';
const base = process.env.BASE_PATH ?? '';

if (!existsSync(dir)) {
  console.error(`${dir}/ is missing: run \`npm run build\` first.`);
  process.exit(1);
}
const server = createServer(serveStatic(dir, base));
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use: set PORT to another one, e.g. PORT=4180 npm start.` : error.message);
  process.exit(1);
});
server.listen(port, host, () => console.log(`Serving ${dir}/ at http://${host}:${port}${base}/ (Ctrl+C stops it)`));
