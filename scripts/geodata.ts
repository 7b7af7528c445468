import { resolve } from 'node:path';
import { todayInHangzhou } from '#lib/atlas/status';
import { buildData } from './steps/build-data';
import { packDir } from './steps/pack/pack-dir';
import { scriptArguments, spokenLanguage } from './steps/arguments';
import { refusalOf } from './steps/problem';
import { buildBoundaries } from './boundaries';
import { reportLine, reportProvince } from './steps/boundaries/build-all';
import { wholeProvinces } from './steps/boundaries/whole-province';
import { digestInputs, MadeFrom, modulesOf } from './steps/unchanged';

/*
 * Build the published data: `npm run geodata`. Data made today from the same facts by the same code is left as it is.
 * With `-- --all-regions`, every province of the base is built instead, one after another, and held against published figures; nothing is written.
 * `-- --pack PATH` or GEODATA_PACK: pack folder; GEODATA_OUT: where to write (default static/data/v1).
 */

/** What the data are made of beside the pack: boundary facts, this code, and (by the lock file) packages and the outlines in one of them. */
const inputs = () => ['geodata/boundaries', 'package-lock.json', ...modulesOf('scripts/geodata.ts')];

/** Some minutes for all, or for those whose codes follow the flag. */
async function buildAllRegions(codes: readonly string[]): Promise<void> {
  for (const region of wholeProvinces()) {
    if (codes.length > 0 && !codes.includes(region.provinceAdcode)) continue;
    const report = await reportProvince(region, buildBoundaries);
    console.log(reportLine(report));
    for (const complaint of report.complaints) console.error(`  ${complaint}`);
    if (report.complaints.length > 0) process.exitCode = 1;
  }
}

try {
  const all = process.argv.includes('--all-regions');
  const { values, positionals } = scriptArguments({ 'all-regions': { type: 'boolean' } }, process.argv.slice(2), all);
  if (all) await buildAllRegions(positionals);
  else await buildPack(packDir(values.pack));
} catch (error) {
  console.error(refusalOf(error, spokenLanguage()));
  process.exitCode = 1;
}

async function buildPack(pack: string): Promise<void> {
  const started = performance.now();
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
}
