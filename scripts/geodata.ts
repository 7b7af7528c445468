import { resolve } from 'node:path';
import { todayInHangzhou } from '#lib/atlas/status';
import { buildData } from './steps/build-data';
import { packDir } from './steps/pack/pack-dir';
import { InputError } from './steps/problem';
import { digestInputs, MadeFrom, modulesOf } from './steps/unchanged';

/*
 * Build the published data: `npm run geodata`. Data made today from the same facts by the same code is left as it is.
 * GEODATA_PACK: pack folder; GEODATA_OUT: where to write (default static/data/v1).
 */

/** What the data are made of beside the pack: boundary facts, this code, and (by the lock file) packages and the outlines in one of them. */
const inputs = () => ['geodata/boundaries', 'package-lock.json', ...modulesOf('scripts/geodata.ts')];

try {
  const started = performance.now();
  const pack = packDir();
  const out = resolve(process.env.GEODATA_OUT ?? 'static/data/v1');
  // statuses are those of a day
  const day = todayInHangzhou();
  const digest = digestInputs([pack, ...inputs()], [day]);
  const made = new MadeFrom(out);
  if (made.is(digest)) console.log(`${out} is up to date`);
  else {
    const report = await buildData(pack, out, day);
    made.remember(digest);
    const bytes = Object.values(report.files).reduce((sum, file) => sum + file.bytes, 0);
    const counts = Object.entries(report.counts).map(([name, count]) => `${count} ${name}`);
    console.log(`${report.pack} ${report.version}: ${counts.join(', ')}`);
    console.log(`${Object.keys(report.files).length} files, ${(bytes / 1e6).toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
