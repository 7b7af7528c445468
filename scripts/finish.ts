import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile } from './steps/headers';
import { offlinePack } from './steps/offline';
import { compressFile, precompress } from './steps/precompress';
import { listFiles } from './steps/write-data';

/* Last step of `npm run build`: what hosts and browsers need beside the pages. */
const dir = process.argv[2] ?? 'build';

// named after the build, so that a browser never takes the copy of another one
const { version } = JSON.parse(readFileSync(join(dir, '_app/version.json'), 'utf8')) as { version: string };
const copy = join(dir, 'offline', `${version}.json`);
mkdirSync(join(dir, 'offline'), { recursive: true });
writeFileSync(copy, JSON.stringify(offlinePack(dir)));
const { brotli } = compressFile(copy, { fast: true });
console.log(`Offline copy: ${(brotli / 1e6).toFixed(2)} MB compressed, and the files of _app/`);

const pages = listFiles(dir).filter((name) => name.endsWith('.html'));
writeFileSync(
  join(dir, '_headers'),
  headersFile(
    pages.map((name) => name.replaceAll('\\', '/')),
    process.env.BASE_PATH
  )
);

const names = precompress(dir, ['.geojson', '.topojson', '.webmanifest']);
console.log(`Precompressed ${names.length} files that the adapter leaves out`);
