import { parseArgs } from 'node:util';
import { measureArchive } from './tiles/archive';
import { measureShards } from './tiles/shards';

/*
 * Tiles of a national layer: one file of them, built and read: `npm run bench:tiles -- [--points 5000000] [--runs 3]`; or the points
 * on several servers beside one: `npm run bench:tiles -- --shards 3`. Needs PostGIS, see geodata/TILES.md.
 */
const { values } = parseArgs({
  options: { points: { type: 'string', default: '5000000' }, runs: { type: 'string', default: '3' }, shards: { type: 'string' } }
});
const [points, runs, shards] = [Number(values.points), Number(values.runs), Number(values.shards ?? 0)];
if (shards > 0) await measureShards(points, runs, shards);
else await measureArchive(points, runs);
