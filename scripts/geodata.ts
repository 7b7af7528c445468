import { resolve } from 'node:path';
import { buildData } from './steps/build-data';
import { packDir } from './steps/pack/pack-dir';
import { InputError } from './steps/problem';

/*
 * Build the published data: `npm run geodata`.
 * GEODATA_PACK: pack folder; GEODATA_OUT: where to write (default static/data/v1).
 */
try {
  const started = performance.now();
  const report = await buildData(packDir(), resolve(process.env.GEODATA_OUT ?? 'static/data/v1'));
  const bytes = Object.values(report.files).reduce((sum, file) => sum + file.bytes, 0);
  const counts = Object.entries(report.counts).map(([name, count]) => `${count} ${name}`);
  console.log(`${report.pack} ${report.version}: ${counts.join(', ')}`);
  console.log(`${Object.keys(report.files).length} files, ${(bytes / 1e6).toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
