import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from './write-data';

// Node runs both beside the program, on as many cores as there are
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * Write .br and .gz beside a file, for hosts that serve precompressed files.
 * @param fast a tenth of the time for a few per cent more bytes: for files of many megabytes
 * @returns bytes of the .br file
 */
export async function compressFile(path: string, { fast = false } = {}): Promise<{ brotli: number }> {
  const content = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: fast ? 9 : constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length
  };
  const [br, gz] = await Promise.all([brotli(content, { params }), deflate(content, { level: constants.Z_BEST_COMPRESSION })]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
  return { brotli: br.length };
}

/**
 * Compress every file of the given kinds.
 * @returns the names of the files compressed
 */
export async function precompress(dir: string, extensions: readonly string[]): Promise<string[]> {
  const names = listFiles(dir).filter((name) => extensions.includes(extname(name)));
  // the largest first: at the end no core waits for another one's last file
  const bySize = names.map((name) => [name, statSync(join(dir, name)).size] as const).sort(([, a], [, b]) => b - a);
  await Promise.all(bySize.map(([name]) => compressFile(join(dir, name))));
  return names;
}
