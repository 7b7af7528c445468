import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serveStatic } from '../../steps/serve-static';

/** A file that a page asked for; `at` is when its last byte left, ms since 1970. */
type Request = Readonly<{ file: string; at: number }>;
export type Bytes = Readonly<{ raw: number; gzip: number; brotli: number }>;
export type Site = Readonly<{
  origin: string;
  /** files asked for since the last call of `forget`, by server's order */
  requests: () => readonly Request[];
  forget: () => void;
  close: () => Promise<void>;
}>;

/**
 * Serve folders on a free port of this machine and note what is asked for. Pages are isolated from other origins, without which a browser
 * does not weigh their memory. @param dirs the first that has a file serves it; the last one also answers for what no folder has
 */
export async function serve(...dirs: readonly string[]): Promise<Site> {
  let requests: Request[] = [];
  const handlers = dirs.map((dir) => [dir, serveStatic(dir)] as const);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const [dir, handle] = handlers.find(([folder]) => existsSync(join(folder, path))) ?? handlers.at(-1) ?? [];
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.on('finish', () => requests.push({ file: join(dir ?? '', path), at: Date.now() }));
    handle?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    forget: () => (requests = []),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    }
  };
}

const known = new Map<string, Bytes>();
/** Kinds that hosts compress. */
const TEXT = new Set(['.html', '.css', '.js', '.mjs', '.json', '.geojson', '.svg', '.webmanifest', '.txt']);

/** A file's size as it is and as a host would send it: from the compressed files beside it, or compressed here. */
export function bytesOf(file: string): Bytes {
  const found = known.get(file);
  if (found) return found;
  if (!existsSync(file)) return { raw: 0, gzip: 0, brotli: 0 };
  const content = readFileSync(file);
  const raw = content.length;
  const size = (suffix: string, compress: () => Buffer) => (existsSync(file + suffix) ? readFileSync(file + suffix).length : compress().length);
  const bytes = TEXT.has(extname(file))
    ? { raw, gzip: size('.gz', () => gzipSync(content, { level: 9 })), brotli: size('.br', () => brotliCompressSync(content)) }
    : { raw, gzip: raw, brotli: raw };
  known.set(file, bytes);
  return bytes;
}

/** Sum over files. */
export const sum = (files: readonly string[], size: keyof Bytes): number => [...new Set(files)].reduce((total, file) => total + bytesOf(file)[size], 0);
export const isScript = (file: string): boolean => /\.m?js$/.test(file);
