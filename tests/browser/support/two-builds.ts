import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serveStatic } from '../../../scripts/steps/serve-static';

const BUILD = 'build';
const BASE = process.env.BASE_PATH ?? '';
const NEXT = 'the-next-build';

/** A host of the built site that can be switched off, and can put the next build online: the same, but marked in its pages. */
export class Host {
  readonly #server: Server;
  #next = false;

  constructor() {
    if (!existsSync(join(BUILD, 'offline'))) throw new Error('The built site has no offline copy: run `npm run build`.');
    const [copy = ''] = readdirSync(join(BUILD, 'offline')).filter((name) => name.endsWith('.json'));
    const version = copy.replace('.json', '');
    const files = serveStatic(BUILD, BASE);
    const read = (name: string) => readFileSync(join(BUILD, name), 'utf8');
    const changed: Readonly<Record<string, { type: string; text: () => string }>> = {
      '/service-worker.js': { type: 'text/javascript', text: () => read('service-worker.js').replaceAll(version, NEXT) },
      '/_app/version.json': { type: 'application/json', text: () => JSON.stringify({ version: NEXT }) },
      [`/offline/${NEXT}.json`]: { type: 'application/json', text: () => read(`offline/${copy}`).replaceAll('<html lang', '<html data-build=next lang') }
    };
    this.#server = createServer((request, response) => {
      const other = this.#next && changed[(request.url ?? '').slice(BASE.length)];
      if (other) response.writeHead(200, { 'content-type': other.type }).end(other.text());
      else files(request, response);
    });
  }

  /** @returns the site's address */
  async open(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${BASE}/`;
  }

  /** From now on the site has a new build. */
  deploy(): void {
    this.#next = true;
  }

  /** The network is off, for pages and workers alike. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
