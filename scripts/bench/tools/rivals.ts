import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { precompress } from '../../steps/precompress';

const SOURCE = 'scripts/bench/rivals';
/** out of the way of every tool that reads the project; `npm ci` of the product empties it */
const WORK = 'node_modules/.cache/bench-rivals';
const FILES = ['package.json', 'package-lock.json', 'build.mjs', 'page.js', 'maplibre.js', 'echarts.js', 'kepler.js'];
const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Folders of the pages, built. */
export type RivalPages = Readonly<{ static: string; maplibre: string; echarts: string; kepler: string }>;

/**
 * Install the rivals from npm as their lock file says, and build their pages with the polygons of the built site.
 * What has not changed since the last time is kept.
 */
export async function prepareRivals(build: string, say: (line: string) => void): Promise<RivalPages> {
  mkdirSync(WORK, { recursive: true });
  const changed = FILES.filter((name) => read(join(SOURCE, name)) !== read(join(WORK, name)));
  for (const name of FILES) copyFileSync(join(SOURCE, name), join(WORK, name));
  if (!existsSync(join(WORK, 'installed')) || changed.some((name) => name.startsWith('package'))) {
    say('installing kepler.gl, ECharts and MapLibre from npm (some minutes, once) …');
    rmSync(join(WORK, 'installed'), { force: true });
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(join(WORK, 'installed'), '');
    changed.push('installed');
  }
  const counties = countiesOf(build);
  if (changed.length > 0 || read(join(WORK, 'dist/kepler/counties.geojson')) !== counties) {
    say('building the rivals’ pages …');
    rmSync(join(WORK, 'dist'), { recursive: true, force: true });
    run(process.execPath, ['build.mjs']);
    for (const name of ['maplibre', 'echarts', 'kepler']) writeFileSync(join(WORK, 'dist', name, 'counties.geojson'), counties);
    say('compressing them as a host would …');
    await precompress(join(WORK, 'dist'), ['.html', '.css', '.js', '.mjs', '.geojson']);
  }
  await writeStaticPage(build, join(WORK, 'dist/static'));
  return { static: join(WORK, 'dist/static'), maplibre: join(WORK, 'dist/maplibre'), echarts: join(WORK, 'dist/echarts'), kepler: join(WORK, 'dist/kepler') };
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { cwd: WORK, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' && command === 'npm' });
}

/** The counties as the site's start page draws them: the same vertices, as GeoJSON. */
function countiesOf(build: string): string {
  const file = join(build, 'data/v1/boundaries/overview.topo.json');
  if (!existsSync(file)) throw new Error(`${build} holds no boundaries: run npm run build`);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const { features } = feature(topology, topology.objects.counties as GeometryCollection<{ adcode: string; nameZh: string }>);
  const slim = features.map(({ type, geometry, properties: { adcode, nameZh } }) => ({ type, geometry, properties: { adcode, name: nameZh } }));
  return JSON.stringify({ type: 'FeatureCollection', features: slim });
}

/** The start page's HTML without scripts; its style sheets and pictures stay. */
async function writeStaticPage(build: string, out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const html = readFileSync(join(build, 'index.html'), 'utf8')
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*rel="modulepreload"[^>]*>/g, '');
  writeFileSync(join(out, 'index.html'), html);
  await precompress(out, ['.html']);
  cpSync(join(build, '404.html'), join(out, '404.html'));
}
