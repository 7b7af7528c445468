import { parseArgs } from 'node:util';
import { InputError } from './steps/problem';
import { buildTiles } from './steps/tiles/build-tiles';
import { PostgresError } from './steps/tiles/postgres';
import { ENCODINGS } from './steps/tiles/read-header';
import type { Encoding } from './steps/tiles/read-header';

/* Make tiles of a large CSV of points, for any static host: `npm run tiles -- points.csv`; see geodata/TILES.md. */
const USAGE = `npm run tiles -- POINTS.csv [--out DIR] [--lon COLUMN --lat COLUMN] [--encoding ${Object.keys(ENCODINGS).join('|')}] [--detail-zoom 8–15] [--skip-bad]`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'tiles' },
      lon: { type: 'string' },
      lat: { type: 'string' },
      encoding: { type: 'string' },
      'detail-zoom': { type: 'string' },
      'skip-bad': { type: 'boolean' }
    }
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new TypeError('one CSV file is expected');
  const detailZoom = values['detail-zoom'] === undefined ? undefined : Number(values['detail-zoom']);
  if (detailZoom !== undefined && !(Number.isInteger(detailZoom) && detailZoom >= 8 && detailZoom <= 15))
    throw new TypeError('--detail-zoom is a whole number, 8 to 15');
  if (values.encoding !== undefined && !(values.encoding in ENCODINGS)) throw new TypeError(`--encoding is one of ${Object.keys(ENCODINGS).join(', ')}`);

  const started = Date.now();
  const clock = () => `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s`;
  const { tiles, points, rejected, bytes, levels } = await buildTiles({
    file,
    out: values.out,
    lon: values.lon,
    lat: values.lat,
    encoding: values.encoding as Encoding | undefined,
    detailZoom,
    skipBad: values['skip-bad'],
    onProgress: (text) => console.log(`${clock()}  ${text}`)
  });
  console.log(`${clock()}  ${points} points${rejected > 0 ? `, ${rejected} rows left out` : ''} in ${levels.tiles} tiles, zoom 0 to ${levels.detailZoom}`);
  console.log(`${values.out}/${tiles}: ${(bytes / 1e6).toFixed(1)} MB`);
} catch (error) {
  const misused = error instanceof TypeError;
  if (!misused && !(error instanceof InputError) && !(error instanceof PostgresError)) throw error;
  console.error(misused ? `${error.message}\n${USAGE}` : error.message);
  process.exitCode = 1;
}
