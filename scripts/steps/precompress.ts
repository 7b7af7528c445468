import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { listFiles } from './write-data';

/**
 * Write .br and .gz beside every file of the given kinds, for hosts that serve precompressed files.
 * adapter-static does this for the web's own kinds of file and leaves out .geojson.
 * @returns the names of the files compressed
 */
export function precompress(dir: string, extensions: readonly string[]): string[] {
  const names = listFiles(dir).filter((name) => extensions.includes(extname(name)));
  for (const name of names) {
    const path = join(dir, name);
    const content = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { ...params, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
  }
  return names;
}
