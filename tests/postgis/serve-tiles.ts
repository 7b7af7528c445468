import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '../../scripts/steps/tiles/postgres';

export type TileServer = Readonly<{ address: string; close: () => Promise<void> }>;

/** `/atlas/{z}/{x}/{y}` from a database, for tests only: Martin or pg_tileserv do this in earnest. 204 where a tile is empty. */
export async function serveTiles(db: Database): Promise<TileServer> {
  const server: Server = createServer((request, response) => {
    const [, name, ...numbers] = /^\/(atlas|points|zones)\/(\d+)\/(\d+)\/(\d+)$/.exec(request.url ?? '') ?? [];
    if (!name) return void response.writeHead(404).end();
    db.run(`SELECT encode(${name}_tile(${numbers.join(', ')}), 'hex')`).then(
      (hex) => response.writeHead(hex ? 200 : 204, { 'content-type': 'application/vnd.mapbox-vector-tile' }).end(Buffer.from(hex, 'hex')),
      (error: unknown) => response.writeHead(500).end(String(error))
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve()))
  };
}
