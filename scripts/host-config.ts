import { parseArgs } from 'node:util';
import { caddyConfig, nginxConfig } from './steps/host-config';

/*
 * Print a server's configuration for the built site: `npm run --silent host-config -- nginx > site.conf`, or `caddy`. `--root` is where the files
 * lie (for nginx without the base path), `--port` where to listen, `--brotli` that nginx has ngx_brotli. BASE_PATH as at the build.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string' }, port: { type: 'string' }, brotli: { type: 'boolean' } }
});
const host = { root: values.root ?? '/srv/site', port: Number(values.port ?? 80), base: process.env.BASE_PATH ?? '' };
const [server] = positionals;
if (server === 'nginx') process.stdout.write(nginxConfig(host, values.brotli ?? false));
else if (server === 'caddy') process.stdout.write(caddyConfig(host));
else {
  console.error('Which server? npm run --silent host-config -- nginx | caddy');
  process.exitCode = 1;
}
